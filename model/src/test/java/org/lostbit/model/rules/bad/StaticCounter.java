package org.lostbit.model.rules.bad;

/** Counts in a static field. */
public final class StaticCounter {
  private static long count;

  private StaticCounter() {}

  /** Counts. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  public static long next() {
    return ++count;
  }
}
