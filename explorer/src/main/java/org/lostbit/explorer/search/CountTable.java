package org.lostbit.explorer.search;

/** One number and one mark per state: open addressing over one array of primitives. */
final class CountTable {
  private long[] slots = new long[4 * 1024];
  private int size;
  private int at;

  /** Whether the state has a number; the cursor stands on it, or where it belongs. */
  boolean find(long high, long low) {
    long first = high == 0 ? 1 : high;
    int mask = slots.length - 1;
    int i = (int) (first >>> 7) * 4 & mask;
    while (slots[i] != 0 && !(slots[i] == first && slots[i + 1] == low)) {
      i = i + 4 & mask;
    }
    at = i;
    return slots[i] != 0;
  }

  /** The number at the cursor. */
  long get() {
    return slots[at + 2];
  }

  /** The mark at the cursor; 0 until one is set. */
  long mark() {
    return slots[at + 3];
  }

  /** Replaces the mark at the cursor. */
  void mark(long mark) {
    slots[at + 3] = mark;
  }

  /** Replaces the number at the cursor. */
  void set(long number) {
    slots[at + 2] = number;
  }

  /** Adds the state that {@link #find} did not find; the cursor stands on it. */
  void add(long high, long low, long number) {
    slots[at] = high == 0 ? 1 : high;
    slots[at + 1] = low;
    slots[at + 2] = number;
    if (++size > slots.length / 8) {
      grow();
      find(high, low);
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
    for (int j = 0; j < old.length; j += 4) {
      if (old[j] != 0) {
        int i = (int) (old[j] >>> 7) * 4 & mask;
        while (slots[i] != 0) {
          i = i + 4 & mask;
        }
        System.arraycopy(old, j, slots, i, 4);
      }
    }
  }
}
