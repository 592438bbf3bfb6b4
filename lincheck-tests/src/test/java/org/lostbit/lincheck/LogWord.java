package org.lostbit.lincheck;

import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Word;

/** One word of a dirty log with the kernel's operations; public because Lincheck calls it. */
public class LogWord extends Shared {
  final Word word = new Word(this, "dirty_bitmap[0]", 0);

  /** An empty word. */
  public LogWord() {
    super("slot");
  }

  /** {@code set_bit}. */
  public void mark(int bit) {
    word.setBit(bit);
  }

  /** {@code test_and_set_bit}. */
  public boolean testAndMark(int bit) {
    return word.testAndSetBit(bit);
  }

  /** {@code xchg(word, 0)}. */
  public long harvest() {
    return word.xchg(0);
  }

  /** {@code atomic_long_fetch_andnot}. */
  public long clear(long mask) {
    return word.fetchAndnot(mask);
  }

  /** A look at the word. */
  public long get() {
    return word.readOnce();
  }
}
