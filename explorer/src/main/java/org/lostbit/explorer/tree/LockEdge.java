package org.lostbit.explorer.tree;

/**
 * A thread that held a lock of one class took, or waited for, a lock of another.
 *
 * @param outer the class of the lock held
 * @param inner the class of the lock taken
 */
public record LockEdge(String outer, String inner) {
  @Override
  public String toString() {
    return outer + " -> " + inner;
  }
}
