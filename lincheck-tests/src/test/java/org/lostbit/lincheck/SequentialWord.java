package org.lostbit.lincheck;

/** What a word of the log does when one caller comes after the other. */
public final class SequentialWord {
  private long word;

  /** An empty word. */
  public SequentialWord() {}

  /** Sets a bit. */
  public void mark(int bit) {
    word |= 1L << bit;
  }

  /** Sets a bit; whether it was set. */
  public boolean testAndMark(int bit) {
    boolean was = (word & 1L << bit) != 0;
    mark(bit);
    return was;
  }

  /** Takes all bits. */
  public long harvest() {
    return clear(-1);
  }

  /** Clears the bits of a mask; the bits before. */
  public long clear(long mask) {
    long was = word;
    word &= ~mask;
    return was;
  }

  /** The bits. */
  public long get() {
    return word;
  }
}
