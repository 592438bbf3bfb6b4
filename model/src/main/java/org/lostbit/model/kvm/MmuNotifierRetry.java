package org.lostbit.model.kvm;

/** {@code mmu_notifier_retry}: whether the host changed its mapping since {@code mmu_seq}. */
@FunctionalInterface
public interface MmuNotifierRetry extends KernelFunctionObject {
  /**
   * Asks under {@code mmu_lock} whether a fault must be tried again.
   *
   * @param mmuSeq {@code mmu_notifier_seq} as it was before the frame was looked up
   */
  boolean mmuNotifierRetry(Kvm kvm, long mmuSeq);
}
