package org.lostbit.explorer.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lostbit.explorer.tree.Edge;
import org.lostbit.explorer.tree.Kind;
import org.lostbit.explorer.tree.Node;
import org.lostbit.explorer.tree.Trees;

/**
 * The operations of one execution, all of them, in an order that shows as few changes of thread as
 * the moves allow: what a thread does unseen stands directly before its next visible operation.
 */
public final class Execution {
  private final Stepper stepper;
  private final Sequential memory;
  private final Trees trees;
  private final List<Event> events = new ArrayList<>();

  private Execution(Trees trees, Stepper stepper) {
    this.trees = trees;
    this.stepper = stepper;
    this.memory = stepper.memory();
  }

  /** The execution that {@code found} names, under the cell classes of the search that found it. */
  static List<Event> of(Trees trees, Stepper stepper, Found found) {
    Execution execution = new Execution(trees, stepper);
    execution.walk(found);
    return execution.events;
  }

  /** How often another thread goes on. */
  public static int changes(List<Event> events) {
    int changes = 0;
    for (int i = 1; i < events.size(); i++) {
      changes += events.get(i).thread() == events.get(i - 1).thread() ? 0 : 1;
    }
    return changes;
  }

  private void walk(Found found) {
    memory.reset();
    List<Move> moves = found.moves();
    boolean toTheEnd =
        found.goal() == Found.Goal.END
            || found.goal() == Found.Goal.DEADLOCK
            || found.goal() == Found.Goal.LIVELOCK
            // The last thread runs when the others have ended, unseen operations and all.
            || moves.stream().anyMatch(move -> move.thread() == stepper.last());
    int[] lastMove = new int[trees.threads()];
    for (int i = 0; i < moves.size(); i++) {
      lastMove[moves.get(i).thread()] = i + 1;
    }
    if (toTheEnd) {
      for (int t = 0; t < stepper.last(); t++) {
        if (lastMove[t] == 0) {
          trailing(t, found);
        }
      }
    }
    for (int i = 0; i < moves.size(); i++) {
      int thread = moves.get(i).thread();
      if (unseen(thread, found)) {
        return;
      }
      if (moves.get(i).choice() != ShortestSearch.UNSEEN
          && !step(thread, moves.get(i).choice(), found)) {
        return;
      }
      if (toTheEnd && lastMove[thread] == i + 1) {
        trailing(thread, found);
      }
    }
    if (found.goal() == Found.Goal.LOCK_EDGE) {
      showEdge(found, moves);
    } else if (toTheEnd && stepper.othersEnded()) {
      trailing(stepper.last(), found);
    }
  }

  private void showEdge(Found found, List<Move> moves) {
    if (!moves.isEmpty() && unseen(moves.get(moves.size() - 1).thread(), found)) {
      return;
    }
    for (int t = 0; t < trees.threads(); t++) {
      boolean mayRun = t < stepper.last() || stepper.othersEnded();
      if (shows(trees.start(t), found) || (mayRun && unseen(t, found))) {
        return;
      }
    }
  }

  private static boolean shows(Edge edge, Found found) {
    return found.goal() == Found.Goal.LOCK_EDGE && edge.locks().contains(found.edge());
  }

  /** Does what a thread can do after its last move; of what it does for ever, one round only. */
  private void trailing(int thread, Found found) {
    Set<Node> round = new HashSet<>();
    boolean oneRound = found.goal() == Found.Goal.LIVELOCK;
    int left = Stepper.QUIET_LIMIT;
    while (left-- > 0 && (!oneRound || round.add(memory.at(thread))) && unseenOne(thread)) {
      // all is done in the condition
    }
  }

  private boolean unseenOne(int thread) {
    Node node = memory.at(thread);
    long before = held(node);
    boolean done = stepper.takeQuietly(thread) != null;
    if (done) {
      events.add(new Event(thread, node, 0, before, held(node), false));
    }
    return done;
  }

  /** Does what a thread can do without a decision; whether the goal was met on the way. */
  private boolean unseen(int thread, Found found) {
    for (int i = 0; i < Stepper.QUIET_LIMIT; i++) {
      Node node = memory.at(thread);
      long before = held(node);
      Edge edge = stepper.takeQuietly(thread);
      if (edge == null) {
        return false;
      }
      events.add(new Event(thread, node, 0, before, held(node), false));
      if (shows(edge, found)) {
        return true;
      }
    }
    return false;
  }

  /** Does a scheduled operation; whether the execution goes on after it. */
  private boolean step(int thread, int choice, Found found) {
    Node node = memory.at(thread);
    if (node.kind == Kind.VIOLATE) {
      return false;
    }
    long before = held(node);
    Edge edge = stepper.take(thread, choice);
    events.add(new Event(thread, node, choice, before, held(node), true));
    return edge != null && !shows(edge, found);
  }

  private long held(Node node) {
    return node.cell >= 0 ? memory.value(node.cell) : 0;
  }
}
