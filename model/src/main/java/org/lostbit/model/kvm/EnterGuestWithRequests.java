package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.KernelFunction;
import org.lostbit.model.memory.Memory;

/** {@code vcpu_enter_guest} of v3.2 to v3.6, as far as requests, mode and SRCU go. */
public final class EnterGuestWithRequests implements VcpuEnterGuest {
  @Override
  @KernelFunction(
      name = "vcpu_enter_guest",
      file = "arch/x86/kvm/x86.c",
      since = "v3.2",
      until = "v3.6",
      steps = {
        "E1 if (kvm_check_request(KVM_REQ_TLB_FLUSH, vcpu)) kvm_x86_ops->tlb_flush(vcpu)",
        "E2 vcpu->mode = IN_GUEST_MODE; smp_mb()",
        "E3 local_irq_disable()",
        "E4 if (vcpu->mode == EXITING_GUEST_MODE || vcpu->requests) bail out",
        "E5 srcu_read_unlock(&vcpu->kvm->srcu, vcpu->srcu_idx)",
        "E6 kvm_x86_ops->run(vcpu)"
      },
      differs = "no other request and no signal is modelled; VM entry is a full barrier, as on x86")
  public boolean enter(Kvm kvm, KvmVcpu vcpu, Actor actor) {
    actor.step("E1");
    if (vcpu.requests().testBit(KvmVcpu.KVM_REQ_TLB_FLUSH)) {
      vcpu.requests().clearBit(KvmVcpu.KVM_REQ_TLB_FLUSH);
      vcpu.flushTlb();
    }
    actor.step("E2");
    vcpu.mode().writePlain(KvmVcpu.IN_GUEST_MODE);
    Memory.smpMb();
    actor.step("E3");
    vcpu.cpu().localIrqDisable(actor);
    actor.step("E4");
    if (vcpu.mode().readPlain() == KvmVcpu.EXITING_GUEST_MODE || vcpu.requests().readPlain() != 0) {
      vcpu.mode().writePlain(KvmVcpu.OUTSIDE_GUEST_MODE);
      Memory.smpWmb();
      vcpu.cpu().localIrqEnable(actor);
      return false;
    }
    actor.step("E5");
    kvm.srcu().readUnlock(actor);
    actor.step("E6");
    vcpu.cpu().vmEntry(actor);
    return true;
  }

  @Override
  @KernelFunction(
      name = "vcpu_enter_guest",
      file = "arch/x86/kvm/x86.c",
      since = "v3.2",
      until = "v3.6",
      steps = {
        "E7 vcpu->mode = OUTSIDE_GUEST_MODE; smp_wmb(); local_irq_enable()",
        "E8 vcpu->srcu_idx = srcu_read_lock(&vcpu->kvm->srcu)"
      },
      differs = "VM exit is a full barrier, as on x86")
  public void exit(Kvm kvm, KvmVcpu vcpu, Actor actor) {
    actor.step("E7");
    vcpu.cpu().vmExit(actor);
    vcpu.mode().writePlain(KvmVcpu.OUTSIDE_GUEST_MODE);
    Memory.smpWmb();
    vcpu.cpu().localIrqEnable(actor);
    actor.step("E8");
    kvm.srcu().readLock(actor);
  }
}
