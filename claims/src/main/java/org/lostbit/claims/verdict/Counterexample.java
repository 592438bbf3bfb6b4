package org.lostbit.claims.verdict;

import java.util.List;
import org.lostbit.model.memory.Violation;

/**
 * One execution that breaks a property.
 *
 * @param kind the property
 * @param message how it is broken, in one sentence
 * @param schedule the schedule string that replays it; empty if the engine has no control over the
 *     schedule
 * @param shortest whether no shorter execution breaks it (fewest changes of thread, then fewest
 *     steps)
 * @param changes the changes of thread
 * @param threads the threads' names, by index; the one that runs last comes last
 * @param steps the steps in order; empty if the engine saw only the outcome
 * @param text the engine's own words, where there are no steps
 */
public record Counterexample(
    Violation.Kind kind,
    String message,
    String schedule,
    boolean shortest,
    int changes,
    List<String> threads,
    List<TraceStep> steps,
    String text) {
  /** Owns its lists. */
  public Counterexample {
    threads = List.copyOf(threads);
    steps = List.copyOf(steps);
  }

  /** What an engine without a trace can say: that it saw the violation. */
  public static Counterexample seen(Violation violation, String text) {
    return new Counterexample(
        violation.kind(), violation.message(), "", false, 0, List.of(), List.of(), text);
  }
}
