package org.lostbit.model.rules.bad;

/** A constant whose content changes. */
public final class StaticArray {
  private static final long[] COUNTS = new long[1];

  private StaticArray() {}

  /** Changes it. */
  public static long next() {
    return ++COUNTS[0];
  }
}
