package org.lostbit.explorer;

import java.util.Optional;
import java.util.function.Supplier;
import org.lostbit.claims.Run;
import org.lostbit.claims.verdict.Counterexample;
import org.lostbit.explorer.search.Budget;
import org.lostbit.explorer.search.Findings;
import org.lostbit.explorer.search.Found;
import org.lostbit.explorer.search.Reductions;
import org.lostbit.explorer.search.ReplayedRun;
import org.lostbit.explorer.search.StatefulSearch;
import org.lostbit.explorer.trace.Narrator;
import org.lostbit.explorer.trace.Replay;
import org.lostbit.explorer.trace.Schedule;
import org.lostbit.explorer.tree.ExplorationThread;
import org.lostbit.explorer.tree.Trees;
import org.lostbit.model.memory.Violation;

/**
 * Explores every execution of a closed system under sequential consistency. The run is built once,
 * on a thread of the explorer's own, and its model code is run unmodified. Explorations share
 * nothing, so several may run side by side.
 */
public final class Explorer {
  private final String title;
  private final Supplier<Run> run;
  private final Budget budget;
  private Trees trees;
  private StatefulSearch search;
  private Optional<Found> found = Optional.empty();
  private Exploration result;
  private Replayed replayed;

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
    trees = new Trees(run, true, budget.depth());
    search = new StatefulSearch(trees, Reductions.ALL, budget);
    Findings findings = search.run();
    found = findings.violation();
    boolean exhausted = search.cut() == null;
    StatefulSearch.Count executions =
        exhausted && found.isEmpty()
            ? search.interleavings()
            : new StatefulSearch.Count(
                findings.endStates() + findings.hits(), false, false, Optional.empty());
    if (executions.lost().isPresent()) {
      findings.lost(executions.lost().get());
      found = findings.violation();
      executions =
          new StatefulSearch.Count(
              findings.endStates() + findings.hits(), false, true, executions.lost());
    }
    Exploration.Ends ends =
        new Exploration.Ends(
            findings.endStates(),
            findings.deadlocks(),
            findings.outcomes(),
            findings.reached(),
            findings.lockOrders());
    if (found.isPresent()) {
      StatefulSearch.Shown shown = search.shortest(found.get());
      Counterexample counterexample =
          new Narrator(trees)
              .counterexample(title, shown.found().violation(), shown.events(), shown.shortest());
      result =
          new Exploration.Broken(
              counts(executions, exhausted),
              ends,
              counterexample,
              findings.violations().keySet(),
              Math.max(1, findings.hits()),
              exhausted);
    } else if (exhausted && !executions.judged()) {
      result =
          new Exploration.CutShort(
              "every state was seen, but they are more than the "
                  + budget.interleavings()
                  + " among which states without a way to an end are looked for",
              counts(executions, false),
              ends);
    } else if (exhausted) {
      result = new Exploration.Exhausted(counts(executions, true), ends);
    } else {
      result = new Exploration.CutShort(search.cut(), counts(executions, false), ends);
    }
  }

  /**
   * Follows a schedule string.
   *
   * @param run the run that the string was made for
   * @param budget for the search that comes first: it says which steps are visible, and whether
   *     there is a shorter way
   * @throws org.lostbit.explorer.trace.MalformedSchedule if the string cannot be read or does not
   *     run: one sentence that says where and why
   */
  public static Replayed replay(Schedule schedule, Supplier<Run> run, Budget budget) {
    Explorer explorer = new Explorer(schedule.title(), run, budget);
    new ExplorationThread(() -> explorer.follow(schedule)).runToEnd();
    return explorer.replayed;
  }

  private void follow(Schedule schedule) {
    search();
    Replay replay = new Replay(trees, schedule, search.replay());
    Optional<String> stale = replay.follow();
    ReplayedRun end = replay.run();
    Narrator narrator = new Narrator(trees);
    Optional<Violation> broken = end.broken().or(() -> inversion(end)).or(() -> livelock(end));
    Optional<Counterexample> shown =
        broken.map(v -> narrator.counterexample(title, v, end.events(), false)).map(this::orKnown);
    replayed =
        new Replayed(
            shown,
            shown.isPresent() ? shown.get().steps() : narrator.steps(end.events(), ""),
            broken.isPresent() ? "" : end.ending(),
            stale);
  }

  /** The inversion that the search found, if the replayed execution shows its last edge. */
  private Optional<Violation> inversion(ReplayedRun end) {
    return found
        .filter(f -> f.goal() == Found.Goal.LOCK_EDGE && end.locks().contains(f.edge()))
        .map(Found::violation);
  }

  /** The lack of a way to an end, if that is what the search found. */
  private Optional<Violation> livelock(ReplayedRun end) {
    return found
        .filter(f -> f.goal() == Found.Goal.LIVELOCK && search.lost(end))
        .map(f -> end.hopeless());
  }

  /** The counterexample that the search itself shows, if it is this one: it knows more. */
  private Counterexample orKnown(Counterexample replayedOne) {
    return result instanceof Exploration.Broken known
            && known.counterexample().schedule().equals(replayedOne.schedule())
            && known.counterexample().message().equals(replayedOne.message())
        ? known.counterexample()
        : replayedOne;
  }

  private Exploration.Counts counts(StatefulSearch.Count executions, boolean exhausted) {
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
