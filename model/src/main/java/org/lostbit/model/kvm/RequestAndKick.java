package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.KernelFunction;
import org.lostbit.model.memory.Memory;

/**
 * {@code kvm_flush_remote_tlbs} of v3.2 to v3.14: asks every vCPU to flush before it enters the
 * guest again, and interrupts and awaits those that are inside. Request, then look at the mode; the
 * vCPU sets the mode, then looks at the requests: a full barrier on both sides.
 */
public class RequestAndKick implements FlushRemoteTlbs {
  @Override
  @KernelFunction(
      name = "kvm_flush_remote_tlbs",
      file = "virt/kvm/kvm_main.c",
      since = "v3.2",
      until = "v3.14",
      steps = {
        "F1 dirty_count = kvm->tlbs_dirty; smp_mb()",
        "F2a kvm_make_request(KVM_REQ_TLB_FLUSH, vcpu)",
        "F2b smp_mb()",
        "F2c cmpxchg(&vcpu->mode, IN_GUEST_MODE, EXITING_GUEST_MODE)",
        "F3 smp_call_function_many(cpus, ack_flush, NULL, 1)",
        "F4 cmpxchg(&kvm->tlbs_dirty, dirty_count, 0)"
      },
      differs = "F2 and F3 lie in make_all_cpus_request; a vCPU is always on its own CPU")
  public final void kvmFlushRemoteTlbs(Kvm kvm, Actor actor) {
    actor.step("F1");
    long dirtyCount = kvm.tlbsDirty().readPlain();
    Memory.smpMb();
    boolean[] interrupt = new boolean[kvm.vcpus().size()];
    for (int i = 0; i < interrupt.length; i++) {
      KvmVcpu vcpu = kvm.vcpus().get(i);
      actor.step("F2a");
      vcpu.requests().setBit(KvmVcpu.KVM_REQ_TLB_FLUSH);
      actor.step("F2b");
      Memory.smpMb();
      actor.step("F2c");
      interrupt[i] = vcpu.id() != actor.index() && mustInterrupt(vcpu);
    }
    actor.step("F3");
    for (int i = 0; i < interrupt.length; i++) {
      if (interrupt[i]) {
        kvm.vcpus().get(i).cpu().sendInterrupt();
      }
    }
    for (int i = 0; i < interrupt.length; i++) {
      if (interrupt[i]) {
        awaitInterrupt(kvm.vcpus().get(i), actor);
      }
    }
    actor.step("F4");
    kvm.tlbsDirty().cmpxchg(dirtyCount, 0);
  }

  private static boolean mustInterrupt(KvmVcpu vcpu) {
    return vcpu.mode().cmpxchg(KvmVcpu.IN_GUEST_MODE, KvmVcpu.EXITING_GUEST_MODE)
        != KvmVcpu.OUTSIDE_GUEST_MODE;
  }

  /** The wait of step F3 for one vCPU: returns when its CPU has taken the interrupt. */
  protected void awaitInterrupt(KvmVcpu vcpu, Actor actor) {
    vcpu.cpu().awaitInterruptTaken(actor);
  }
}
