package org.lostbit.explorer.search;

/**
 * The states seen, each with the set of threads that slept when it was last visited. Open
 * addressing over one array of primitives: a look-up touches one cache line.
 */
final class StateTable {
  /** The bits of a slot that hold the sleep set, and so the most threads there can be. */
  static final int SLEEP_BITS = 12;

  /** The bits of a fingerprint that tell states apart. */
  static final int FINGERPRINT_BITS = 128 - SLEEP_BITS;

  private static final long SLEEP_MASK = (1L << SLEEP_BITS) - 1;

  private long[] slots = new long[2 * 1024];
  private int size;
  private int at;

  /** Whether the state was seen before; the cursor stands on it, or where it belongs. */
  boolean find(long high, long low) {
    // A slot of two zeros is free: a first half of 0 is taken for 1.
    long first = high == 0 ? 1 : high;
    int mask = slots.length - 1;
    int i = (int) (first >>> 7) * 2 & mask;
    while (true) {
      long there = slots[i];
      if (there == 0) {
        at = i;
        return false;
      }
      if (there == first && ((slots[i + 1] ^ low) & ~SLEEP_MASK) == 0) {
        at = i;
        return true;
      }
      i = i + 2 & mask;
    }
  }

  /** The sleep set of the state at the cursor. */
  int sleep() {
    return (int) (slots[at + 1] & SLEEP_MASK);
  }

  /** Replaces the sleep set of the state at the cursor. */
  void sleep(int threads) {
    slots[at + 1] = (slots[at + 1] & ~SLEEP_MASK) | threads;
  }

  /** Adds the state that {@link #find} did not find. */
  void add(long high, long low, int threads) {
    slots[at] = high == 0 ? 1 : high;
    slots[at + 1] = (low & ~SLEEP_MASK) | threads;
    if (++size > slots.length / 3) {
      grow();
    }
  }

  int size() {
    return size;
  }

  private void grow() {
    long[] old = slots;
    if (old.length >= 1 << 30) {
      throw new IllegalStateException("more than " + size + " states do not fit the table");
    }
    slots = new long[2 * old.length];
    int mask = slots.length - 1;
    for (int j = 0; j < old.length; j += 2) {
      if (old[j] != 0) {
        int i = (int) (old[j] >>> 7) * 2 & mask;
        while (slots[i] != 0) {
          i = i + 2 & mask;
        }
        slots[i] = old[j];
        slots[i + 1] = old[j + 1];
      }
    }
  }
}
