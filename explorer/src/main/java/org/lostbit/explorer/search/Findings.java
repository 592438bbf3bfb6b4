package org.lostbit.explorer.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.lostbit.claims.Run;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.explorer.tree.BrokenModel;
import org.lostbit.explorer.tree.FreedRead;
import org.lostbit.explorer.tree.LockEdge;
import org.lostbit.explorer.tree.Trees;
import org.lostbit.model.memory.Violation;

/** What a search has seen: end states with their outcomes, violations, lock orders. */
public final class Findings {
  private static final int DIFFERENT_KEPT = 1_000;

  /** How many of the executions that break a property are asked what they came through. */
  private static final long BROKEN_ASKED = 10_000;

  private final Trees trees;
  private final Semantics memory;
  private final LockOrder lockOrder;
  private final long[] reached;
  private final Map<String, Long> outcomes = new TreeMap<>();
  private final Map<Violation.Kind, Found> violations = new EnumMap<>(Violation.Kind.class);
  private final Set<Violation> different = new HashSet<>();
  private Found first;
  private Violation latest;
  private Found inversion;
  private long endStates;
  private long deadlocks;
  private long hits;

  Findings(Trees trees, Semantics memory) {
    this.trees = trees;
    this.memory = memory;
    this.lockOrder = new LockOrder(trees.setUpLocks());
    this.reached = new long[trees.run().interests().size()];
    if (!lockOrder.cycle().isEmpty()) {
      inversion(List.of(), lockOrder.cycle().get(0));
    }
  }

  /** Everybody has ended: asks the run what it thinks of that. */
  void end(int[] moves, int depth) {
    endStates++;
    Run run = trees.run();
    Optional<Violation> violation =
        trees.judge(
            memory,
            () -> {
              countInterests();
              outcomes.merge(run.outcome().get(), 1L, Long::sum);
              return run.check();
            },
            null);
    violation.ifPresent(v -> violated(v, moves, depth, Found.Goal.END));
  }

  private void countInterests() {
    for (int i = 0; i < reached.length; i++) {
      reached[i] += trees.run().interests().get(i).reached().getAsBoolean() ? 1 : 0;
    }
  }

  /**
   * An execution that breaks a property ends there, so that is where it is asked what it came
   * through. A question that cannot be answered halfway counts as not reached.
   */
  private void countInterestsHalfway() {
    for (int i = 0; i < reached.length; i++) {
      BooleanSupplier question = trees.run().interests().get(i).reached();
      try {
        reached[i] += trees.look(memory, question::getAsBoolean, null) ? 1 : 0;
      } catch (BrokenModel | FreedRead notYet) {
        reached[i] += 0;
      }
    }
  }

  /** Nobody can go on, and somebody has not ended. */
  void deadlock(int[] moves, int depth) {
    deadlocks++;
    violated(Deadlock.in(trees, memory), moves, depth, Found.Goal.DEADLOCK);
  }

  /** There is a state from which no end can be reached. */
  public void lost(Found found) {
    hits++;
    latest = found.violation();
    different.add(found.violation());
    violations.put(found.violation().kind(), found);
    first = found;
  }

  /** An operation broke a property. */
  void violated(Violation violation, int[] moves, int depth, Found.Goal goal) {
    hits++;
    latest = violation;
    if (goal != Found.Goal.END && hits <= BROKEN_ASKED) {
      countInterestsHalfway();
    }
    if (different.size() < DIFFERENT_KEPT) {
      different.add(violation);
    }
    if (violations.containsKey(violation.kind())) {
      return;
    }
    Found found = new Found(violation, Move.list(moves, depth), goal, null);
    violations.put(violation.kind(), found);
    if (first == null) {
      first = found;
    }
  }

  /** A thread took locks in these orders. */
  void locks(List<LockEdge> edges, int[] moves, int depth) {
    for (LockEdge edge : edges) {
      if (lockOrder.add(edge)) {
        inversion(Move.list(moves, depth), edge);
      }
    }
  }

  private void inversion(List<Move> moves, LockEdge closing) {
    List<String> texts = new ArrayList<>();
    lockOrder.cycle().forEach(edge -> texts.add(edge.toString()));
    Violation violation =
        new Violation(
            Violation.Kind.LOCK_ORDER,
            "locks are taken in the orders "
                + String.join(", ", texts)
                + (texts.size() == 1 ? " (a lock of the same class is held)" : ", a cycle"));
    inversion = new Found(violation, moves, Found.Goal.LOCK_EDGE, closing);
  }

  /** The violation that an execution showed last; {@code null} if none did. */
  Violation latest() {
    return latest;
  }

  /** The violation to show: what broke in an execution first, else what all together show. */
  public Optional<Found> violation() {
    return Optional.ofNullable(first != null ? first : inversion);
  }

  /** The first violation of each property. */
  public Map<Violation.Kind, Found> violations() {
    Map<Violation.Kind, Found> all = new EnumMap<>(Violation.Kind.class);
    all.putAll(violations);
    if (inversion != null) {
      all.putIfAbsent(Violation.Kind.LOCK_ORDER, inversion);
    }
    return all;
  }

  /** The different violations that executions showed, up to a thousand. */
  public Set<Violation> different() {
    return different;
  }

  /** The lock orders seen. */
  public List<LockEdge> lockOrders() {
    return List.copyOf(lockOrder.edges());
  }

  /** How often each outcome was seen. */
  public Map<String, Long> outcomes() {
    return outcomes;
  }

  /** How many end states, broken executions included, came through each interesting state. */
  public List<Verdict.Reached> reached() {
    List<Verdict.Reached> list = new ArrayList<>();
    for (int i = 0; i < reached.length; i++) {
      list.add(new Verdict.Reached(trees.run().interests().get(i).what(), reached[i]));
    }
    return list;
  }

  /** How many end states were looked at. */
  public long endStates() {
    return endStates;
  }

  /** How many deadlocks were met. */
  public long deadlocks() {
    return deadlocks;
  }

  /** How often a property was seen broken in an execution. */
  public long hits() {
    return hits;
  }
}
