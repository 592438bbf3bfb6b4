package org.lostbit.reports.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lostbit.claims.verdict.TraceStep;

/**
 * The steps of a counterexample, one column for each thread that takes a step, time downwards. A
 * thread that begins when all others have ended needs no column: its steps come below, at full
 * width.
 */
final class Columns {
  private static final int GAP = 2;

  private final List<String> names;
  private final List<TraceRow> rows;
  private final List<Integer> threads;
  private final int gutter;
  private final int width;
  private final List<String> lines = new ArrayList<>();
  private final Map<Integer, String> functions = new HashMap<>();
  private final Map<Integer, List<String>> locks = new HashMap<>();

  private Columns(List<String> names, List<TraceStep> steps) {
    this.names = names;
    rows = TraceRow.of(steps);
    // Room for the longest number, such as 107-109, and a blank; and for the mark of a note.
    gutter = Math.max(6, 1 + rows.stream().mapToInt(row -> row.numbers().length()).max().orElse(0));
    int last = names.size() - 1;
    List<Integer> all = steps.stream().map(TraceStep::thread).distinct().sorted().toList();
    threads = all.size() > 1 && endsWith(last) ? all.stream().filter(t -> t != last).toList() : all;
    width = (TraceText.WIDTH - gutter - GAP * (threads.size() - 1)) / threads.size();
  }

  static String of(List<String> names, List<TraceStep> steps) {
    Columns columns = new Columns(names, steps);
    columns.heads();
    columns.print();
    return String.join("\n", columns.lines);
  }

  /** Whether all steps of {@code thread} come after all others. */
  private boolean endsWith(int thread) {
    int changes = 0;
    for (int i = 1; i < rows.size(); i++) {
      boolean before = rows.get(i - 1).thread() == thread;
      changes += before != (rows.get(i).thread() == thread) ? 1 : 0;
    }
    return changes == 1 && rows.get(rows.size() - 1).thread() == thread;
  }

  private void print() {
    boolean below = false;
    for (TraceRow row : rows) {
      boolean hasColumn = threads.contains(row.thread());
      if (!hasColumn && !below) {
        below = true;
        String name = "-- " + names.get(row.thread()) + " ";
        lines.add(" ".repeat(gutter) + name + "-".repeat(TraceText.WIDTH - gutter - name.length()));
      }
      row(
          row,
          hasColumn ? width : TraceText.WIDTH - gutter,
          hasColumn ? (width + GAP) * threads.indexOf(row.thread()) : 0);
    }
  }

  private void heads() {
    StringBuilder heads = new StringBuilder(" ".repeat(gutter));
    StringBuilder rule = new StringBuilder(" ".repeat(gutter));
    for (int thread : threads) {
      String name = names.get(thread);
      String head = name.substring(0, Math.min(name.length(), width));
      heads.append(head).append(" ".repeat(width - head.length() + GAP));
      rule.append("-".repeat(width)).append(" ".repeat(GAP));
    }
    lines.add(heads.toString().stripTrailing());
    lines.add(rule.toString().stripTrailing());
  }

  private void row(TraceRow row, int width, int left) {
    List<String> cell = new ArrayList<>();
    if (row.folded()) {
      cell.addAll(Wrapped.lines("(" + row.summary() + ")", width));
    } else {
      TraceStep step = row.first();
      boolean same = step.function().equals(functions.put(row.thread(), step.function()));
      if (!same && !step.function().isEmpty()) {
        cell.addAll(Wrapped.lines(step.function() + "()", width));
      }
      // A change is read as one: it is never parted.
      String change = change(step);
      cell.addAll(indented(step.operation(), width));
      int last = cell.size() - 1;
      if (cell.get(last).length() + change.length() <= width) {
        cell.set(last, cell.get(last) + change);
      } else {
        cell.addAll(indented(change, width));
      }
    }
    if (!row.locks().equals(locks.getOrDefault(row.thread(), List.of()))) {
      String held = String.join(", ", row.locks());
      cell.addAll(indented(held.isEmpty() ? "{holds no lock}" : "{holds " + held + "}", width));
      locks.put(row.thread(), row.locks());
    }
    String indent = " ".repeat(left);
    String number = " ".repeat(gutter - 1 - row.numbers().length()) + row.numbers() + " ";
    for (String line : cell) {
      lines.add(number + indent + line);
      number = " ".repeat(gutter);
    }
    String mark = " ".repeat(gutter - 4) + "^^^ ";
    for (String line : Wrapped.lines(row.first().note(), TraceText.WIDTH - gutter)) {
      lines.add(mark + line);
      mark = " ".repeat(gutter);
    }
  }

  private static List<String> indented(String text, int width) {
    return Wrapped.lines(text, width - GAP).stream().map(line -> " ".repeat(GAP) + line).toList();
  }

  private static String change(TraceStep step) {
    if (step.before().isEmpty() && step.after().isEmpty()) {
      return "";
    }
    return step.before().equals(step.after())
        ? " [" + step.after() + "]"
        : " [" + step.before() + " -> " + step.after() + "]";
  }
}
