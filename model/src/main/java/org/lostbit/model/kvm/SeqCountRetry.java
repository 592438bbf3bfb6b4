package org.lostbit.model.kvm;

import org.lostbit.model.memory.KernelFunction;
import org.lostbit.model.memory.Memory;

/** {@code mmu_notifier_retry}: an invalidation is under way, or one ended since {@code mmu_seq}. */
public final class SeqCountRetry implements MmuNotifierRetry {
  @Override
  @KernelFunction(
      name = "mmu_notifier_retry",
      file = "include/linux/kvm_host.h",
      since = "v3.3",
      until = "v3.7",
      steps = {
        "1 if (unlikely(vcpu->kvm->mmu_notifier_count)) return 1",
        "2 smp_rmb()",
        "3 if (vcpu->kvm->mmu_notifier_seq != mmu_seq) return 1"
      })
  public boolean mmuNotifierRetry(Kvm kvm, long mmuSeq) {
    if (kvm.mmuNotifierCount().readPlain() != 0) {
      return true;
    }
    Memory.smpRmb();
    return kvm.mmuNotifierSeq().readPlain() != mmuSeq;
  }
}
