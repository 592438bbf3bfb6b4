package org.lostbit.model.memory;

/** How strongly one access is ordered, in the words of the Linux-kernel memory model. */
public enum Order {
  /** A plain C access: may be torn, fused or reordered by the compiler. */
  PLAIN,
  /** {@code READ_ONCE}, {@code WRITE_ONCE} and every {@code _relaxed} form: atomic, unordered. */
  RELAXED,
  /** {@code smp_load_acquire} and every {@code _acquire} form. */
  ACQUIRE,
  /** {@code smp_store_release} and every {@code _release} form. */
  RELEASE,
  /** A value-returning read-modify-write without suffix: a full barrier on both sides. */
  FULL
}
