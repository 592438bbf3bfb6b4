package org.lostbit.model.memory;

/**
 * One step of a thread's program. Between two steps a thread keeps no local variable: what lives
 * longer lies in cells, as in the kernel.
 *
 * <p>A step captures nothing that changes: it may be run again from its start.
 */
@FunctionalInterface
public interface Step {
  /** Runs the step once. */
  Progress run(Actor actor);

  /** What a step tells its thread. */
  enum Progress {
    /** The next step follows. */
    NEXT,
    /** The same step runs again, as {@code vcpu_enter_guest} does. */
    AGAIN
  }
}
