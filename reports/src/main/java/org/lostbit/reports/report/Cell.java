package org.lostbit.reports.report;

import java.util.Locale;
import java.util.Optional;
import org.lostbit.claims.Answer;
import org.lostbit.claims.ClaimKind;
import org.lostbit.claims.verdict.Counterexample;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.reports.gate.Interests;

/**
 * A verdict as the matrix shows it.
 *
 * @param look its shape and colour
 * @param word what it is called, measured against the expected answer
 * @param detail how much was looked at, or why nothing was
 * @param bad whether it turns the run red
 */
public record Cell(Look look, String word, String detail, boolean bad) {

  /** The shapes. */
  public enum Look {
    /** All of it was seen. */
    PROVED,
    /** Looked, and saw nothing. */
    UNSEEN,
    /** Looked at a part, or saw what has no answer. */
    PART,
    /** Did not look. */
    NA,
    /** Found what is there to be found. */
    CAUGHT,
    /** Did not find what is there to be found. */
    MISSED,
    /** Found what must not be. */
    VIOLATED,
    /** Broke. */
    FAILED;

    /** The name in the style sheet. */
    String css() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Cell of(ClaimKind kind, Optional<Answer> answer, Verdict verdict, boolean bad) {
    boolean there =
        answer.equals(Optional.of(Answer.POSSIBLE))
            && (kind == ClaimKind.PLANTED || kind == ClaimKind.STANDING_HOLE);
    if (verdict instanceof Verdict.Proved proved) {
      String seen =
          (proved.exhaustion().exact() ? "" : "at least ")
              + Numbers.grouped(proved.exhaustion().executions())
              + " executions, "
              + Numbers.grouped(proved.exhaustion().states())
              + " states";
      return answer.equals(Optional.of(Answer.POSSIBLE))
          ? new Cell(Look.MISSED, "Proved absent", seen, bad)
          : new Cell(Look.PROVED, "Proved", seen, bad);
    } else if (verdict instanceof Verdict.Violated violated) {
      return violated(kind, answer, violated, bad);
    } else if (verdict instanceof Verdict.NotSeen notSeen) {
      String seen = Numbers.grouped(notSeen.samples()) + " samples" + vacuous(verdict);
      return there
          ? new Cell(Look.MISSED, "Missed", seen, bad)
          : new Cell(Look.UNSEEN, "Not seen", seen, bad);
    } else if (verdict instanceof Verdict.Unfinished cut) {
      String seen = Numbers.grouped(cut.executions()) + " executions: " + cut.why();
      return there
          ? new Cell(Look.MISSED, "Missed", seen, bad)
          : new Cell(Look.PART, "Unfinished", seen, bad);
    } else if (verdict instanceof Verdict.NotSuited not) {
      return new Cell(Look.NA, "Not suited", not.reason(), bad);
    } else if (verdict instanceof Verdict.Skipped skipped) {
      return new Cell(Look.NA, "Skipped", "this machine lacks " + skipped.lacking(), bad);
    }
    return new Cell(Look.FAILED, "Failed", ((Verdict.Failed) verdict).reason(), bad);
  }

  private static Cell violated(
      ClaimKind kind, Optional<Answer> answer, Verdict.Violated violated, boolean bad) {
    Counterexample trace = violated.counterexample();
    String seen =
        trace.steps().isEmpty()
            ? Numbers.grouped(violated.hits()) + " in " + Numbers.grouped(violated.samples())
            : Numbers.count(trace.steps().size(), "step");
    if (answer.isEmpty()) {
      return new Cell(Look.PART, "Seen", seen + "; no answer is stated for this model", bad);
    } else if (answer.get() == Answer.IMPOSSIBLE) {
      return new Cell(Look.VIOLATED, "Violated", seen, bad);
    }
    return new Cell(Look.CAUGHT, kind == ClaimKind.PLANTED ? "Caught" : "Found", seen, bad);
  }

  private static String vacuous(Verdict verdict) {
    return Interests.of(verdict).stream().anyMatch(r -> r.count() == 0)
        ? ", an interesting state never reached"
        : "";
  }
}
