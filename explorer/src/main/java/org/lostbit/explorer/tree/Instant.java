package org.lostbit.explorer.tree;

/** One instant of the memory, to be looked at. */
public interface Instant {
  /** What a cell holds. */
  long value(int cell);

  /** Whether a cell's object was freed. */
  boolean freed(int cell);
}
