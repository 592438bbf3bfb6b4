package org.lostbit.explorer.search;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lostbit.explorer.tree.Fingerprint;
import org.lostbit.explorer.tree.Kind;
import org.lostbit.explorer.tree.Node;
import org.lostbit.explorer.tree.Trees;
import org.lostbit.model.memory.Violation;

/**
 * Every interleaving of every operation, without any reduction. Executions that differ only in the
 * order of independent operations are told to be the same by their Foata normal form: the level of
 * each operation is one more than the highest level among the earlier ones that it depends on.
 */
public final class BruteForce extends Stateless {
  private final Set<Trace> traces = new HashSet<>();
  private final Map<Violation.Kind, Cost> cheapest = new EnumMap<>(Violation.Kind.class);
  private int[] levels = new int[256];

  private record Trace(long high, long low) {}

  /** A walk of at most {@code limit} executions. */
  public BruteForce(Trees trees, long limit) {
    super(trees, limit);
  }

  /** How many different Mazurkiewicz traces the executions are. */
  public long traces() {
    return traces.size();
  }

  /**
   * What the shortest execution costs that breaks a property.
   *
   * @param changes its changes of thread
   * @param steps its operations
   */
  public record Cost(int changes, int steps) {
    boolean below(Cost other) {
      return changes < other.changes || (changes == other.changes && steps < other.steps);
    }
  }

  /** The cost of the shortest execution that breaks each property. */
  public Map<Violation.Kind, Cost> cheapest() {
    return cheapest;
  }

  @Override
  void broke(Violation violation) {
    int changes = 0;
    int steps = 0;
    int previous = -1;
    for (int i = 0; i < depth; i++) {
      if (nodes[i].kind != Kind.VIOLATE) {
        int thread = Move.thread(moves[i]);
        changes += previous >= 0 && thread != previous ? 1 : 0;
        previous = thread;
        steps++;
      }
    }
    Cost cost = new Cost(changes, steps);
    cheapest.merge(violation.kind(), cost, (known, other) -> other.below(known) ? other : known);
  }

  @Override
  void walk() {
    explore(new int[trees.threads()], 0, 0);
  }

  private void explore(int[] steps, long high, long low) {
    int enabled = enabled();
    if (enabled == 0) {
      traces.add(new Trace(high, low));
      finish();
      return;
    }
    for (int t = 0; t <= last; t++) {
      if ((enabled & 1 << t) == 0) {
        continue;
      }
      int choices = memory.choices(t);
      for (int c = 0; c < choices && !spent(); c++) {
        Undo undo = step(t, c);
        level(t);
        long event = steps[t]++ * 64L + t * 4L + c;
        long place = levels[depth - 1] * 0x1_0000_0000L + nodes[depth - 1].id;
        explore(steps, high + Fingerprint.high(event, place), low + Fingerprint.low(event, place));
        steps[t]--;
        back(undo);
      }
    }
  }

  private void level(int thread) {
    if (levels.length < moves.length) {
      levels = Arrays.copyOf(levels, moves.length);
    }
    Node node = nodes[depth - 1];
    int level = 0;
    for (int i = 0; i < depth - 1; i++) {
      if (Move.thread(moves[i]) == thread || thread == last || memory.dependent(nodes[i], node)) {
        level = Math.max(level, levels[i]);
      }
    }
    levels[depth - 1] = level + 1;
  }
}
