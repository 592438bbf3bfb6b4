package org.lostbit.model.memory;

import java.util.function.Supplier;

/** What the modelled code asks of the machine beside operations on one cell. */
public final class Memory {
  private Memory() {}

  /** {@code smp_mb()}. */
  public static void smpMb() {
    Machine.MACHINE.fence(Barrier.SMP_MB);
  }

  /** {@code smp_rmb()}. */
  public static void smpRmb() {
    Machine.MACHINE.fence(Barrier.SMP_RMB);
  }

  /** {@code smp_wmb()}. */
  public static void smpWmb() {
    Machine.MACHINE.fence(Barrier.SMP_WMB);
  }

  /** {@code smp_mb__before_atomic()}. */
  public static void smpMbBeforeAtomic() {
    Machine.MACHINE.fence(Barrier.SMP_MB_BEFORE_ATOMIC);
  }

  /** {@code smp_mb__after_atomic()}. */
  public static void smpMbAfterAtomic() {
    Machine.MACHINE.fence(Barrier.SMP_MB_AFTER_ATOMIC);
  }

  /** {@code smp_mb__after_spinlock()}. */
  public static void smpMbAfterSpinlock() {
    Machine.MACHINE.fence(Barrier.SMP_MB_AFTER_SPINLOCK);
  }

  /**
   * {@code kmalloc}: makes an object while a thread runs. The n-th object of a thread keeps its
   * identity when the thread is run again. Never fails: a modelled {@code -ENOMEM} is a {@link
   * #choose}.
   */
  public static <T extends Shared> T alloc(Supplier<T> constructor) {
    return Machine.MACHINE.alloc(constructor);
  }

  /**
   * {@code kfree}: every later access to the object's cells is a use after free, and so is a second
   * {@code kfree}. Ghosts stay. {@code kfree(null)} does nothing.
   *
   * <p>It frees this object alone. Objects that lie inside it in C, such as those that its
   * constructor makes, have identities of their own here: whoever frees the outer one frees them.
   */
  public static void kfree(Shared object) {
    Machine.MACHINE.kfree(object);
  }

  /**
   * Asks the environment whether an event such as {@code EFAULT} happens here. The explorer tries
   * both answers; a sampler takes the event whenever it is offered.
   */
  public static boolean choose(String event) {
    return Machine.MACHINE.choose(event);
  }

  /** Looks at the whole memory at this instant, where the machine can. */
  public static void observe(Observation observation) {
    Machine.MACHINE.observe(observation);
  }

  /** Reports that this thread broke a property; the caller throws what it gets. */
  public static RuntimeException violation(Violation.Kind kind, String message) {
    return Machine.MACHINE.violated(new Violation(kind, message));
  }
}
