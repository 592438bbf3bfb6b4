package org.lostbit.reports.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lostbit.claims.Claim;
import org.lostbit.claims.verdict.Counterexample;
import org.lostbit.claims.verdict.TraceStep;
import org.lostbit.reports.trace.TraceRow;
import org.lostbit.reports.trace.TraceText;

/**
 * A counterexample as the page shows it: one column for each thread.
 *
 * @param css the shape that the verdict has in the matrix
 * @param anchor its place on the page
 * @param claim the claim's key
 * @param question what was asked
 * @param kind the property that is broken
 * @param message how it is broken
 * @param bound the size of the scenario
 * @param because why the expected answer is expected
 * @param size how long it is
 * @param by who saw it, and how often
 * @param threads the heads of the columns; empty if no engine saw the steps
 * @param span the columns of the table
 * @param rows the rows
 * @param words the engine's own words where there are no steps
 * @param schedule what replays it
 * @param text the whole as plain text
 */
record TraceView(
    String css,
    String anchor,
    String claim,
    String question,
    String kind,
    String message,
    String bound,
    String because,
    String size,
    List<String> by,
    List<String> threads,
    int span,
    List<Row> rows,
    String words,
    String schedule,
    String text) {

  /** A row: a step, or folded steps. */
  record Row(
      String number,
      List<Lane> lanes,
      boolean lost,
      String note,
      String cell,
      String before,
      String after,
      boolean changed) {}

  /** What a thread does in a row; most do nothing. */
  record Lane(
      String thread, String rail, boolean active, boolean folded, List<Op> ops, String locks) {
    /** How many steps are folded. */
    String summary() {
      return Numbers.count(ops.size(), "private step");
    }
  }

  /** One operation. */
  record Op(String function, String source, String operation, String line) {}

  static String anchor(String claim) {
    return "trace-" + claim.replaceAll("[^A-Za-z0-9.+-]", "-");
  }

  /** Prefers the engine that saw the steps. */
  static TraceView of(Claim claim, List<Traces.Seen> seen, Cell.Look look) {
    Counterexample trace =
        seen.stream()
            .map(s -> s.verdict().counterexample())
            .filter(c -> !c.steps().isEmpty())
            .findFirst()
            .orElse(seen.get(0).verdict().counterexample());
    List<Integer> threads =
        trace.steps().stream().map(TraceStep::thread).distinct().sorted().toList();
    return new TraceView(
        look.css(),
        anchor(claim.key()),
        claim.key(),
        claim.question(),
        trace.kind().words(),
        trace.message(),
        claim.bound(),
        claim.reason(),
        trace.steps().isEmpty() ? "" : TraceText.size(trace),
        seen.stream().map(TraceView::by).toList(),
        threads.stream().map(thread -> trace.threads().get(thread)).toList(),
        threads.size() + 2,
        rows(trace, threads),
        trace.steps().isEmpty() ? trace.text() : "",
        trace.schedule(),
        TraceText.of(claim, trace));
  }

  private static String by(Traces.Seen seen) {
    return seen.engine()
        + (seen.verdict().counterexample().steps().isEmpty()
            ? ": "
                + Numbers.count(seen.verdict().hits(), "hit")
                + " in "
                + Numbers.count(seen.verdict().samples(), "sample")
            : ": the steps below");
  }

  private static List<Row> rows(Counterexample trace, List<Integer> threads) {
    List<TraceRow> source = TraceRow.of(trace.steps());
    List<Map<Integer, List<String>>> held = new ArrayList<>();
    Map<Integer, List<String>> now = new HashMap<>();
    for (TraceRow row : source) {
      now.put(row.thread(), row.locks());
      held.add(Map.copyOf(now));
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < source.size(); i++) {
      TraceRow row = source.get(i);
      List<Lane> lanes = new ArrayList<>();
      for (int thread : threads) {
        List<String> before = i == 0 ? List.of() : held.get(i - 1).getOrDefault(thread, List.of());
        List<String> here = held.get(i).getOrDefault(thread, List.of());
        boolean last =
            i == source.size() - 1 || held.get(i + 1).getOrDefault(thread, List.of()).isEmpty();
        String rail =
            here.isEmpty()
                ? ""
                : "held" + (before.isEmpty() ? " first" : "") + (last ? " last" : "");
        boolean active = row.thread() == thread;
        lanes.add(
            new Lane(
                trace.threads().get(thread),
                rail,
                active,
                active && row.folded(),
                active ? row.steps().stream().map(TraceView::op).toList() : List.of(),
                active && !here.equals(before) ? locks(here) : ""));
      }
      rows.add(row(row, lanes));
    }
    return rows;
  }

  private static Row row(TraceRow row, List<Lane> lanes) {
    TraceStep step = row.first();
    boolean changed = !row.folded() && !step.before().equals(step.after());
    return new Row(
        row.numbers(),
        lanes,
        !step.note().isEmpty(),
        step.note(),
        row.folded() ? "" : step.cell(),
        changed ? step.before() : "",
        row.folded() ? "" : step.after(),
        changed);
  }

  private static Op op(TraceStep step) {
    return new Op(step.function(), step.source(), step.operation(), step.line());
  }

  private static String locks(List<String> held) {
    return held.isEmpty() ? "holds no lock" : "holds " + String.join(", ", held);
  }
}
