package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;

/** {@code kvm_write_guest_page}: a store to guest memory by the host kernel. */
@FunctionalInterface
public interface WriteGuest extends KernelFunctionObject {
  /**
   * Stores a new version of a page through the host mapping, then marks it. Inside an SRCU read
   * section; may sleep.
   *
   * @param version the content to store
   * @return 0, or -EFAULT
   */
  int kvmWriteGuestPage(Kvm kvm, Actor actor, long gfn, long version);
}
