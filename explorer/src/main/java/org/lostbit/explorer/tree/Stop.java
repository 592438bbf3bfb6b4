package org.lostbit.explorer.tree;

/** Thrown through model code to leave it at the first operation whose answer is not decided. */
final class Stop extends Error {
  private static final long serialVersionUID = 1L;

  Stop() {
    super("the explorer stops the thread here", null, false, false);
  }
}
