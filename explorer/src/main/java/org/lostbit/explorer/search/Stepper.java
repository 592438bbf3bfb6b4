package org.lostbit.explorer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lostbit.explorer.tree.Edge;
import org.lostbit.explorer.tree.Kind;
import org.lostbit.explorer.tree.LockEdge;
import org.lostbit.explorer.tree.Node;
import org.lostbit.explorer.tree.Trees;

/**
 * Who may go on, and which steps need no decision: what searches that use cell classes have in
 * common.
 */
final class Stepper {
  /**
   * The most steps without a decision: a thread that spins on its own cells must not hide the
   * others.
   */
  static final int QUIET_LIMIT = 2_000;

  private final Sequential memory;
  private final CellClasses classes;
  private final int last;
  private final Consumer<List<LockEdge>> locks;
  private final List<int[]> seen = new ArrayList<>();

  /**
   * A stepper at the start of an execution.
   *
   * @param locks is told the lock orders that the steps show
   */
  Stepper(Trees trees, Sequential memory, boolean learning, Consumer<List<LockEdge>> locks) {
    this.locks = locks;
    this.memory = memory;
    this.last = trees.threads() - 1;
    this.classes = new CellClasses(trees.heap(), memory, last, learning);
    memory.observeInto(seen);
  }

  Sequential memory() {
    return memory;
  }

  CellClasses classes() {
    return classes;
  }

  int last() {
    return last;
  }

  /** Whether all threads but the last one have ended. */
  boolean othersEnded() {
    for (int t = 0; t < last; t++) {
      if (memory.at(t).kind != Kind.END) {
        return false;
      }
    }
    return true;
  }

  boolean allEnded() {
    return othersEnded() && memory.at(last).kind == Kind.END;
  }

  /** The threads that can go on, as a set of bits. */
  int enabled() {
    int set = 0;
    boolean ended = true;
    for (int t = 0; t < last; t++) {
      if (memory.at(t).kind != Kind.END) {
        ended = false;
        if (memory.choices(t) > 0) {
          set |= 1 << t;
        }
      }
    }
    return ended && memory.choices(last) > 0 ? 1 << last : set;
  }

  /** Does a thread's next operation, whatever it is, and learns from it. */
  Edge take(int thread, int choice) {
    Node node = memory.at(thread);
    Edge edge = memory.take(thread, choice);
    learn(thread, node, edge);
    if (node.kind == Kind.OBSERVE) {
      for (int[] cells : seen) {
        classes.learnLook(thread, cells);
      }
      seen.clear();
    }
    return edge;
  }

  /**
   * Does a thread's next operation if nobody else can tell when it happens; {@code null} if it
   * needs a decision or cannot go on.
   */
  Edge takeQuietly(int thread) {
    Node node = memory.at(thread);
    if (!quiet(thread, node)) {
      return null;
    }
    if (memory.choices(thread) == 0) {
      // Who waits for a cell touches it, or nobody would ever learn that another one writes it.
      learn(thread, node, null);
      return null;
    }
    int mark = memory.mark();
    long high = memory.high();
    long low = memory.low();
    Edge edge = memory.take(thread, 0);
    if (thread != last && classes.visible(edge)) {
      memory.undo(mark, high, low);
      return null;
    }
    learn(thread, node, edge);
    return edge;
  }

  private void learn(int thread, Node node, Edge edge) {
    classes.learn(thread, node, edge);
    if (edge != null && !edge.locks().isEmpty()) {
      locks.accept(edge.locks());
    }
  }

  /** Does all that a thread can do without a decision, up to a limit. */
  int settle(int thread) {
    int steps = 0;
    while (steps < QUIET_LIMIT && takeQuietly(thread) != null) {
      steps++;
    }
    return steps;
  }

  /** Does all that the last thread can do without a decision, once the others have ended. */
  int settleLast() {
    return othersEnded() ? settle(last) : 0;
  }

  private boolean quiet(int thread, Node node) {
    if (thread != last || !classes.learning()) {
      return !classes.visible(node);
    }
    // The last thread runs alone: but for leaves and choices, nothing it does needs a decision.
    return switch (node.kind) {
      case CHOOSE, OBSERVE, VIOLATE, CUT, END -> false;
      case KFREE -> !classes.visible(node);
      default -> node.cell < 0 || !memory.freed(node.cell);
    };
  }
}
