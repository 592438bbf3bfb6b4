package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;

/**
 * {@code fast_page_fault}: makes a write-protected spte writable without {@code mmu_lock} (v3.6).
 */
@FunctionalInterface
public interface FastPageFault extends KernelFunctionObject {
  /**
   * Tries to mend a write fault without locks. Inside the SRCU read section of KVM_RUN.
   *
   * @param present whether the hardware found a present translation
   * @return whether the guest may try again; false sends the fault the slow way
   */
  boolean fastPageFault(Kvm kvm, KvmVcpu vcpu, Actor actor, long gfn, boolean present);
}
