package org.lostbit.model.memory;

/**
 * What the kernel would keep in {@code current} and {@code preempt_count}: the locks held,
 * interrupts off, read sections open. A value; an {@link Actor} replaces it.
 *
 * @param held the locks held, last taken first; {@code null} for none
 * @param spinLocks how many of them are spin locks
 * @param irqsOff the depth of {@code local_irq_disable}
 * @param rcu the depth of {@code rcu_read_lock}
 * @param srcu the depth of {@code srcu_read_lock}
 */
public record Context(Held held, int spinLocks, int irqsOff, int rcu, int srcu) {
  /** Nothing held, interrupts on, in no read section. */
  public static final Context EMPTY = new Context(null, 0, 0, 0, 0);

  /**
   * One lock held.
   *
   * @param lockClass the lock's class in lockdep's sense, such as {@code kvm->mmu_lock}
   * @param cell the number of the lock's cell
   * @param spins whether the holder must not sleep
   * @param next the lock taken before this one
   */
  public record Held(String lockClass, int cell, boolean spins, Held next) {}

  /** Why a call that may sleep is forbidden now, or {@code null} where it may sleep. */
  public String atomicReason() {
    for (Held lock = held; lock != null; lock = lock.next) {
      if (lock.spins) {
        return "spin lock " + lock.lockClass + " is held";
      }
    }
    if (irqsOff > 0) {
      return "interrupts are off";
    }
    return rcu > 0 ? "inside an RCU read section" : null;
  }
}
