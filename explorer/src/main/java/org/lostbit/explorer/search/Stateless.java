package org.lostbit.explorer.search;

import java.util.Arrays;
import org.lostbit.explorer.tree.Edge;
import org.lostbit.explorer.tree.Kind;
import org.lostbit.explorer.tree.Node;
import org.lostbit.explorer.tree.Trees;
import org.lostbit.model.memory.Violation;

/**
 * What searches have in common that remember no states: they walk executions one by one, on the
 * same trees, with every operation a scheduling point. They are the independent check of {@link
 * StatefulSearch}, so they share as little with it as they can.
 *
 * <p>A thread that breaks a property stops there, and the others go on: breaking a property has no
 * effect on memory, so each execution has all operations of a Mazurkiewicz trace.
 */
public abstract sealed class Stateless permits BruteForce, SleepSets, SourceDpor {
  final Trees trees;
  final Sequential memory;
  final Findings findings;
  final int last;
  private final long limit;
  private int halted;
  private long complete;
  private String cut;

  int depth;
  Node[] nodes = new Node[256];
  int[] moves = new int[256];
  long[] before = new long[256];

  Stateless(Trees trees, long limit) {
    this.trees = trees;
    this.limit = limit;
    this.memory = new Sequential(trees);
    this.last = trees.threads() - 1;
    memory.reset();
    this.findings = new Findings(trees, memory);
    for (int t = 0; t < trees.threads(); t++) {
      findings.locks(trees.start(t).locks(), moves, 0);
    }
  }

  /** Walks all executions, up to the limit. */
  public final Findings run() {
    walk();
    return findings;
  }

  abstract void walk();

  /** The execution so far broke a property. */
  abstract void broke(Violation violation);

  /** How many executions were walked to their end. */
  public final long complete() {
    return complete;
  }

  /** Why the search was cut short; {@code null} if it was not. */
  public final String cut() {
    return cut;
  }

  final boolean spent() {
    return cut != null;
  }

  final boolean halted(int thread) {
    return (halted & 1 << thread) != 0;
  }

  /** The threads that can go on. */
  final int enabled() {
    int set = 0;
    boolean ended = true;
    for (int t = 0; t < last; t++) {
      if (memory.at(t).kind != Kind.END) {
        ended = false;
        if (!halted(t) && memory.choices(t) > 0) {
          set |= 1 << t;
        }
      }
    }
    if (ended && !halted(last) && memory.choices(last) > 0) {
      set |= 1 << last;
    }
    return set;
  }

  /** Nobody can go on. */
  final void finish() {
    complete++;
    long hits = findings.hits();
    if (halted == 0) {
      boolean ended = true;
      for (int t = 0; t <= last; t++) {
        ended &= memory.at(t).kind == Kind.END;
      }
      if (ended) {
        findings.end(moves, depth);
      } else {
        findings.deadlock(moves, depth);
      }
    }
    if (findings.hits() > hits) {
      broke(findings.latest());
    }
    if (complete >= limit) {
      cut = "the budget of " + limit + " executions is spent";
    }
  }

  /** What {@link #step} changed, to take it back. */
  record Undo(int mark, long high, long low, int halted) {}

  /** A thread goes on. */
  final Undo step(int thread, int choice) {
    Undo undo = new Undo(memory.mark(), memory.high(), memory.low(), halted);
    Node node = memory.at(thread);
    if (depth == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * depth);
      moves = Arrays.copyOf(moves, 2 * depth);
      before = Arrays.copyOf(before, 2 * depth);
    }
    nodes[depth] = node;
    moves[depth] = Move.of(thread, choice);
    before[depth] = node.cell >= 0 ? memory.value(node.cell) : 0;
    depth++;
    if (node.kind == Kind.CUT) {
      cut = trees.name(thread) + " comes to the bound on depth";
      halted |= 1 << thread;
      return undo;
    }
    Edge edge = memory.take(thread, choice);
    if (edge == null) {
      findings.violated(memory.fault(), moves, depth, Found.Goal.OPERATION);
      halted |= 1 << thread;
      broke(memory.fault());
    } else if (!edge.locks().isEmpty()) {
      findings.locks(edge.locks(), moves, depth);
    }
    return undo;
  }

  final void back(Undo undo) {
    depth--;
    memory.undo(undo.mark(), undo.high(), undo.low());
    halted = undo.halted();
  }

  /** Those of the sleeping threads that sleep on after an operation. */
  final int asleepAfter(Node node, int asleep) {
    int still = 0;
    for (int rest = asleep; rest != 0; rest &= rest - 1) {
      int thread = Integer.numberOfTrailingZeros(rest);
      if (!memory.dependent(node, memory.at(thread))) {
        still |= 1 << thread;
      }
    }
    return still;
  }
}
