package org.lostbit.lincheck;

/** The weakened twin whose marks are a load and a store. */
public final class NonAtomicMark extends LogWord {
  @Override
  public void mark(int bit) {
    word.nonAtomicSetBit(bit);
  }
}
