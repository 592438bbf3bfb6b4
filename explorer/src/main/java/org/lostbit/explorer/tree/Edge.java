package org.lostbit.explorer.tree;

import java.util.List;

/**
 * The way from one operation to the next one, for one answer: what the thread notes on the way
 * takes effect together with the operation that it comes from.
 */
public final class Edge {
  private static final long[] NO_NOTES = {};

  private Node target;
  private Root next;
  private long[] notes;
  private List<LockEdge> locks;

  /** An edge to an operation of the same step. */
  Edge(Node target, long[] notes, List<LockEdge> locks) {
    this.target = target;
    this.notes = notes.length == 0 ? NO_NOTES : notes;
    this.locks = locks;
  }

  /** An edge over a step boundary; where it leads is found when it is first taken. */
  Edge(Root next, long[] notes, List<LockEdge> locks) {
    this((Node) null, notes, locks);
    this.next = next;
  }

  /** The operation that follows; {@code null} while that is not known yet. */
  public Node target() {
    return target;
  }

  /** The ghost cells written on the way, each followed by its value. */
  public long[] notes() {
    return notes;
  }

  /** The lock orders shown on the way. */
  public List<LockEdge> locks() {
    return locks;
  }

  Root next() {
    return next;
  }

  void leadTo(Node found, long[] allNotes, List<LockEdge> allLocks) {
    target = found;
    notes = allNotes.length == 0 ? NO_NOTES : allNotes;
    locks = allLocks;
  }
}
