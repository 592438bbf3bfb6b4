package org.lostbit.explorer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lostbit.claims.verdict.Counterexample;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.explorer.tree.LockEdge;
import org.lostbit.model.memory.Violation;

/** What an exploration found. */
public sealed interface Exploration {
  /** How much was seen. */
  Counts counts();

  /** What the end states seen say. */
  Ends ends();

  /** Everything was seen, and nothing breaks a property. */
  record Exhausted(Counts counts, Ends ends) implements Exploration {}

  /**
   * A property is broken.
   *
   * @param counterexample an execution that breaks it
   * @param kinds all properties that were seen broken
   * @param hits how often an execution was seen to break one
   * @param complete whether everything was seen, after the violation too
   */
  record Broken(
      Counts counts,
      Ends ends,
      Counterexample counterexample,
      Set<Violation.Kind> kinds,
      long hits,
      boolean complete)
      implements Exploration {
    /** Owns its set. */
    public Broken {
      kinds = Set.copyOf(kinds);
    }
  }

  /** Nothing was found broken before the search was cut short. */
  record CutShort(String why, Counts counts, Ends ends) implements Exploration {}

  /**
   * How much was seen.
   *
   * @param executions the interleavings of visible steps that the search stands for (saturates);
   *     where a violation was found or the search was cut short, the end states seen
   * @param exact whether that is exact; if not, there are at least that many
   * @param states the distinct states
   * @param transitions the scheduled steps between them
   * @param unexplored what was left out; 0 only for a finished search
   * @param histories the histories of single threads: model code ran once for each
   * @param operations the operations in the behaviour trees
   * @param sharedCells the cells that are scheduling points
   * @param cells all cells
   * @param restarts how often the search began again with more shared cells
   * @param fingerprintBits the length of the hash by which states were told apart
   */
  record Counts(
      long executions,
      boolean exact,
      long states,
      long transitions,
      long unexplored,
      long histories,
      long operations,
      int sharedCells,
      int cells,
      int restarts,
      int fingerprintBits) {}

  /**
   * What the end states say.
   *
   * @param states how many distinct end states were seen
   * @param deadlocks how many distinct states in which nobody can go on
   * @param outcomes how many end states have each outcome
   * @param reached how many end states, those of broken executions included, came through each
   *     interesting state
   * @param lockOrder the orders in which locks were taken
   */
  record Ends(
      long states,
      long deadlocks,
      Map<String, Long> outcomes,
      List<Verdict.Reached> reached,
      List<LockEdge> lockOrder) {
    /** Owns its collections. */
    public Ends {
      outcomes = Map.copyOf(outcomes);
      reached = List.copyOf(reached);
      lockOrder = List.copyOf(lockOrder);
    }
  }
}
