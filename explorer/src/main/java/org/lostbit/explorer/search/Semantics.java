package org.lostbit.explorer.search;

import org.lostbit.explorer.tree.Edge;
import org.lostbit.explorer.tree.Instant;
import org.lostbit.explorer.tree.Node;
import org.lostbit.model.memory.Violation;

/**
 * A memory model at work: the state of one execution, which answers the next operation of a thread
 * may get there, and what becomes of the memory. Searches know a memory model by this alone.
 */
public interface Semantics extends Instant {
  /** Goes back to the start of an execution. */
  void reset();

  /** The next operation of a thread. */
  Node at(int thread);

  /** How many ways the next operation of a thread has to go on now; 0 while it is blocked. */
  int choices(int thread);

  /**
   * Lets a thread do its next operation in one of its ways.
   *
   * @return the way to the operation after it; {@code null} if the operation breaks a property:
   *     then nothing has changed, and {@link #fault} says which
   */
  Edge take(int thread, int choice);

  /** The property that the last operation broke. */
  Violation fault();

  /** A point to which {@link #undo} can go back. */
  int mark();

  /** Takes back all that was done since {@code mark}, when the fingerprint was the one given. */
  void undo(int mark, long high, long low);

  /** The first half of the fingerprint of the state. */
  long high();

  /** The second half of the fingerprint of the state. */
  long low();

  /** Whether the order of two operations of different threads can matter. */
  boolean dependent(Node one, Node other);
}
