package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;

/** {@code tdp_page_fault}: maps the page that the guest wanted to store to. */
@FunctionalInterface
public interface PageFault extends KernelFunctionObject {
  /**
   * Handles a write fault. Inside the SRCU read section of KVM_RUN, no locks held; may sleep.
   *
   * @param gfn the frame that the guest touched
   * @param present whether the hardware found a present translation, which forbade the store
   * @return whether the guest may try again; false is an MMIO exit
   */
  boolean tdpPageFault(Kvm kvm, KvmVcpu vcpu, Actor actor, long gfn, boolean present);
}
