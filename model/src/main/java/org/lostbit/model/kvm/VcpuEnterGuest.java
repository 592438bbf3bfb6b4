package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;

/** {@code vcpu_enter_guest}: the way into guest mode and the way out. */
public interface VcpuEnterGuest extends KernelFunctionObject {
  /**
   * Handles requests and enters the guest. Inside the SRCU read section of KVM_RUN, which ends here
   * if the guest is entered.
   *
   * @return whether the vCPU is in guest mode now; false means that something came in between
   */
  boolean enter(Kvm kvm, KvmVcpu vcpu, Actor actor);

  /** Leaves guest mode; the SRCU read section of KVM_RUN begins anew. */
  void exit(Kvm kvm, KvmVcpu vcpu, Actor actor);
}
