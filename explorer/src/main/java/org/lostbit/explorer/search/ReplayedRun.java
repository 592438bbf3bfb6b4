package org.lostbit.explorer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lostbit.explorer.tree.Edge;
import org.lostbit.explorer.tree.Kind;
import org.lostbit.explorer.tree.LockEdge;
import org.lostbit.explorer.tree.Node;
import org.lostbit.explorer.tree.Trees;
import org.lostbit.model.memory.Violation;

/** One execution that is driven from outside, operation by operation. */
public final class ReplayedRun {
  private final Trees trees;
  private final Stepper stepper;
  private final Sequential memory;
  private final List<Event> events = new ArrayList<>();
  private final List<LockEdge> locks = new ArrayList<>();
  private Violation broken;

  ReplayedRun(Trees trees, Stepper stepper) {
    this.trees = trees;
    this.stepper = stepper;
    this.memory = stepper.memory();
    memory.reset();
    for (int t = 0; t < trees.threads(); t++) {
      locks.addAll(trees.start(t).locks());
    }
  }

  /** The operations done so far. */
  public List<Event> events() {
    return events;
  }

  /** The lock orders shown so far. */
  public List<LockEdge> locks() {
    return locks;
  }

  /** The next operation of a thread. */
  public Node at(int thread) {
    return memory.at(thread);
  }

  /** Whether a thread has ended. */
  public boolean ended(int thread) {
    return memory.at(thread).kind == Kind.END;
  }

  /** Whether a thread can do its next operation now. */
  public boolean canGoOn(int thread) {
    return (stepper.enabled() & 1 << thread) != 0;
  }

  /** What a thread waits for that cannot go on. */
  public String waiting(int thread) {
    if (thread == stepper.last() && !stepper.othersEnded()) {
      return trees.name(thread) + " runs when all others have ended";
    }
    return Deadlock.waiting(trees, memory, thread);
  }

  /** Does the next operation of a thread. */
  public void step(int thread, int choice) {
    Node node = memory.at(thread);
    long before = held(node);
    Edge edge = stepper.takeQuietly(thread);
    boolean visible = edge == null;
    if (visible) {
      edge = stepper.take(thread, choice);
    }
    events.add(new Event(thread, node, choice, before, held(node), visible));
    if (edge == null) {
      broken = memory.fault();
    } else {
      locks.addAll(edge.locks());
    }
  }

  private long held(Node node) {
    return node.cell >= 0 ? memory.value(node.cell) : 0;
  }

  /** Whether an operation broke a property, so that nothing may follow. */
  public boolean faulted() {
    return broken != null;
  }

  /** What is broken now, if anything is. */
  public Optional<Violation> broken() {
    if (broken != null) {
      return Optional.of(broken);
    }
    int recent = events.isEmpty() ? 0 : events.get(events.size() - 1).thread();
    for (int i = 0; i < trees.threads(); i++) {
      Node node = memory.at((recent + i) % trees.threads());
      if (node.kind == Kind.VIOLATE) {
        return Optional.of((Violation) node.operation().detail());
      }
    }
    if (stepper.allEnded()) {
      return Ending.broken(trees, memory);
    }
    return stepper.enabled() == 0 ? Optional.of(Deadlock.in(trees, memory)) : Optional.empty();
  }

  /** The violation that the state shows if no end can be reached from it. */
  public Violation hopeless() {
    return Deadlock.in(trees, memory);
  }

  /** Whether no end can be reached from the state, as far as {@code limit} states show. */
  boolean lost(long limit) {
    int mark = memory.mark();
    long high = memory.high();
    long low = memory.low();
    Interleavings walk = new Interleavings(trees, stepper, limit);
    long paths = walk.countFromHere();
    boolean nothing = stepper.enabled() != 0 && walk.whole() && paths == 0;
    memory.undo(mark, high, low);
    return nothing;
  }

  /** Where the execution is, in words: the end state, or who can go on. */
  public String ending() {
    if (stepper.allEnded()) {
      return "everybody has ended: " + trees.look(memory, trees.run().outcome(), null);
    }
    List<String> names = new ArrayList<>();
    for (int t = 0; t < trees.threads(); t++) {
      if (canGoOn(t)) {
        names.add(trees.name(t));
      }
    }
    return "it stops in the middle; " + String.join(", ", names) + " can go on";
  }
}
