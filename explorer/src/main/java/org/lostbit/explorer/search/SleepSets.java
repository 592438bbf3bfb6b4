package org.lostbit.explorer.search;

import org.lostbit.explorer.tree.Node;
import org.lostbit.explorer.tree.Trees;
import org.lostbit.model.memory.Violation;

/** Every Mazurkiewicz trace once, by sleep sets alone. */
public final class SleepSets extends Stateless {
  private long asleep;

  /** A walk of at most {@code limit} executions. */
  public SleepSets(Trees trees, long limit) {
    super(trees, limit);
  }

  /** How many executions were given up because all that was left to do had been done elsewhere. */
  public long asleep() {
    return asleep;
  }

  @Override
  void broke(Violation violation) {}

  @Override
  void walk() {
    explore(0);
  }

  private void explore(int sleeping) {
    int enabled = enabled();
    if (enabled == 0) {
      finish();
      return;
    }
    if ((enabled & ~sleeping) == 0) {
      asleep++;
      return;
    }
    int sleep = sleeping;
    for (int t = 0; t <= last; t++) {
      if ((enabled & ~sleeping & 1 << t) == 0) {
        continue;
      }
      Node node = memory.at(t);
      int after = asleepAfter(node, sleep);
      int choices = memory.choices(t);
      for (int c = 0; c < choices && !spent(); c++) {
        Undo undo = step(t, c);
        explore(after);
        back(undo);
      }
      sleep |= 1 << t;
    }
  }
}
