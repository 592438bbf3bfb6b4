package org.lostbit.model.rules.bad;

/** Shares an array of numbers. */
public final class PrimitiveArrayField {
  private final long[] tlb = new long[4];

  /** Changes it. */
  public void fill(int index) {
    tlb[index] = 1;
  }
}
