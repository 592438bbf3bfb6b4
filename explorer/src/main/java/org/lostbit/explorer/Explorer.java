package org.lostbit.explorer;

import java.util.Optional;
import java.util.function.Supplier;
import org.lostbit.claims.Run;
import org.lostbit.claims.verdict.Counterexample;
import org.lostbit.explorer.search.Budget;
import org.lostbit.explorer.search.Findings;
import org.lostbit.explorer.search.Found;
import org.lostbit.explorer.search.Reductions;
import org.lostbit.explorer.search.StatefulSearch;
import org.lostbit.explorer.trace.Narrator;
import org.lostbit.explorer.tree.ExplorationThread;
import org.lostbit.explorer.tree.Trees;

/**
 * Explores every execution of a closed system under sequential consistency. The run is built once,
 * on a thread of the explorer's own, and its model code is run unmodified. Explorations share
 * nothing, so several may run side by side.
 */
public final class Explorer {
  private final String title;
  private final Supplier<Run> run;
  private final Budget budget;
  private Exploration result;

  private Explorer(String title, Supplier<Run> run, Budget budget) {
    this.title = title;
    this.run = run;
    this.budget = budget;
  }

  /** Explores a run that has no name. */
  public static Exploration explore(Supplier<Run> run, Budget budget) {
    return explore("", run, budget);
  }

  /**
   * Explores a run.
   *
   * @param title what is run, as schedule strings say it: scenario, slash, kernel
   * @throws org.lostbit.explorer.tree.BrokenModel if the model code cannot be explored
   */
  public static Exploration explore(String title, Supplier<Run> run, Budget budget) {
    Explorer explorer = new Explorer(title, run, budget);
    new ExplorationThread(explorer::search).runToEnd();
    return explorer.result;
  }

  private void search() {
    Trees trees = new Trees(run, true, budget.depth());
    StatefulSearch search = new StatefulSearch(trees, Reductions.ALL, budget);
    Findings findings = search.run();
    Optional<Found> found = findings.violation();
    boolean exhausted = search.cut() == null;
    StatefulSearch.Count executions =
        exhausted && found.isEmpty()
            ? search.interleavings()
            : new StatefulSearch.Count(findings.endStates() + findings.hits(), false);
    Exploration.Ends ends =
        new Exploration.Ends(
            findings.endStates(),
            findings.deadlocks(),
            findings.outcomes(),
            findings.reached(),
            findings.lockOrders());
    if (found.isPresent()) {
      Counterexample counterexample =
          new Narrator(trees)
              .counterexample(title, found.get().violation(), search.execution(found.get()), false);
      result =
          new Exploration.Broken(
              counts(trees, search, executions, exhausted),
              ends,
              counterexample,
              findings.violations().keySet(),
              Math.max(1, findings.hits()),
              exhausted);
    } else if (exhausted) {
      result = new Exploration.Exhausted(counts(trees, search, executions, true), ends);
    } else {
      result =
          new Exploration.CutShort(search.cut(), counts(trees, search, executions, false), ends);
    }
  }

  private static Exploration.Counts counts(
      Trees trees, StatefulSearch search, StatefulSearch.Count executions, boolean exhausted) {
    return new Exploration.Counts(
        executions.number(),
        executions.exact(),
        search.states(),
        search.transitions(),
        exhausted ? 0 : Math.max(1, search.unexplored()),
        trees.histories(),
        trees.nodes(),
        search.sharedCells(),
        trees.heap().size(),
        search.restarts(),
        StatefulSearch.FINGERPRINT_BITS);
  }
}
