package org.lostbit.lincheck;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jetbrains.kotlinx.lincheck.strategy.LincheckFailure;
import org.jetbrains.kotlinx.lincheck.strategy.ManagedDeadlockFailure;
import org.lostbit.claims.verdict.Counterexample;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.model.memory.Violation;

/** What a search allows to say. */
final class Findings {
  private static final int LONGEST_TRACE = 300;

  private Findings() {}

  static Verdict verdict(Search search) {
    Sampling sampling = search.sampling();
    if (sampling.broken().isPresent()) {
      return new Verdict.Failed("a thread of the model threw " + sampling.broken().get());
    }
    if (search.failure().isEmpty()) {
      return new Verdict.NotSeen(sampling.invocations(), sampling.reached());
    }
    LincheckFailure failure = search.failure().get();
    Optional<Violation> violation = violation(sampling, failure);
    if (violation.isEmpty()) {
      return new Verdict.Failed("Lincheck reports: " + firstLine(failure.toString()));
    }
    // An invocation that Lincheck itself ends, as it does with a deadlock, is not counted there.
    long samples = sampling.invocations() + (sampling.hits() == 0 ? 1 : 0);
    return new Verdict.Violated(
        Counterexample.seen(violation.get(), trace(failure.toString())),
        samples,
        1,
        sampling.reached());
  }

  // A thread that leaves the model by a violation may leave others waiting: then the violation,
  // and not the deadlock that Lincheck sees, is what was found.
  private static Optional<Violation> violation(Sampling sampling, LincheckFailure failure) {
    if (sampling.violation().isEmpty() && failure instanceof ManagedDeadlockFailure) {
      return Optional.of(
          new Violation(
              Violation.Kind.DEADLOCK, "every thread that has not ended waits for another"));
    }
    return sampling.violation();
  }

  /** Lincheck's short table of the interleaving, without the frame and what follows it. */
  static String trace(String report) {
    int from = report.indexOf("The following interleaving leads to the error:");
    int to = report.indexOf("Detailed trace:");
    String table = report.substring(Math.max(from, 0), to > from ? to : report.length());
    return table
        .lines()
        .map(String::stripTrailing)
        .filter(line -> !line.isEmpty())
        .limit(LONGEST_TRACE)
        .collect(Collectors.joining("\n"));
  }

  private static String firstLine(String report) {
    return report
        .lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty())
        .findFirst()
        .orElse("nothing");
  }
}
