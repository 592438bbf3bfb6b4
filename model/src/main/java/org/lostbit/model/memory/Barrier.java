package org.lostbit.model.memory;

/** The kernel's stand-alone memory barriers. */
public enum Barrier {
  /** {@code smp_mb()}: orders everything before it with everything after it. */
  SMP_MB,
  /** {@code smp_rmb()}: orders loads with loads. */
  SMP_RMB,
  /** {@code smp_wmb()}: orders stores with stores, and nothing else. */
  SMP_WMB,
  /** {@code smp_mb__before_atomic()}. */
  SMP_MB_BEFORE_ATOMIC,
  /** {@code smp_mb__after_atomic()}. */
  SMP_MB_AFTER_ATOMIC,
  /** {@code smp_mb__after_spinlock()}. */
  SMP_MB_AFTER_SPINLOCK
}
