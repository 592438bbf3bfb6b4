package org.lostbit.explorer.tree;

import org.lostbit.model.memory.Context;

/**
 * The start of a step: all that the thread still remembers there, and the tree that grows from it.
 */
final class Root {
  /**
   * All that a thread remembers at the start of a step.
   *
   * @param thread the thread
   * @param step the step
   * @param context the locks held and the like
   * @param objects how many objects the thread has made
   * @param from tells apart what came before, when step boundaries are not used; else 0
   */
  record Key(int thread, int step, Context context, int objects, long from) {}

  final Key key;
  final int depth;
  Edge start;

  Root(Key key, int depth) {
    this.key = key;
    this.depth = depth;
  }
}
