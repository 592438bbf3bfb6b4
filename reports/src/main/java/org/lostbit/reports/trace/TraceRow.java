package org.lostbit.reports.trace;

import java.util.ArrayList;
import java.util.List;
import org.lostbit.claims.verdict.TraceStep;

/**
 * One row of a counterexample: a step that matters, or neighbouring steps of one thread that no
 * other thread can see.
 *
 * @param thread the thread's index
 * @param steps the steps, at least one
 * @param folded whether the steps are folded into one line
 */
public record TraceRow(int thread, List<TraceStep> steps, boolean folded) {
  /** Owns its list. */
  public TraceRow {
    steps = List.copyOf(steps);
  }

  /** The rows of a whole execution. A step with a note is never folded. */
  public static List<TraceRow> of(List<TraceStep> steps) {
    List<TraceRow> rows = new ArrayList<>();
    List<TraceStep> quiet = new ArrayList<>();
    for (TraceStep step : steps) {
      boolean folds = !step.visible() && step.note().isEmpty();
      if (!quiet.isEmpty() && (!folds || quiet.get(0).thread() != step.thread())) {
        rows.add(new TraceRow(quiet.get(0).thread(), quiet, true));
        quiet.clear();
      }
      if (folds) {
        quiet.add(step);
      } else {
        rows.add(new TraceRow(step.thread(), List.of(step), false));
      }
    }
    if (!quiet.isEmpty()) {
      rows.add(new TraceRow(quiet.get(0).thread(), quiet, true));
    }
    return rows;
  }

  /** The first of the steps, or the only one. */
  public TraceStep first() {
    return steps.get(0);
  }

  /** The locks that the thread holds after the row, first taken first. */
  public List<String> locks() {
    return steps.get(steps.size() - 1).locks();
  }

  /** What a folded row says. */
  public String summary() {
    return steps.size() == 1 ? "1 private step" : steps.size() + " private steps";
  }

  /** The numbers of the steps: {@code 4}, or {@code 4-6}. */
  public String numbers() {
    int last = steps.get(steps.size() - 1).number();
    return first().number() == last ? "" + last : first().number() + "-" + last;
  }
}
