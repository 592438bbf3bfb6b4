package org.lostbit.reports.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lostbit.claims.Claim;
import org.lostbit.claims.verdict.Counterexample;
import org.lostbit.claims.verdict.TraceStep;

/** A counterexample as plain text of at most 80 columns, to paste into a mail. */
public final class TraceText {
  /** No line is longer. */
  public static final int WIDTH = 80;

  private static final String COMMAND = "  java -jar reports/target/lostbit.jar replay ";

  private TraceText() {}

  /** The whole text: what is broken, the steps in columns, and how to replay them. */
  public static String of(Claim claim, Counterexample seen) {
    return Stream.of(head(claim, seen), execution(seen), replay(seen))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  /** The steps in columns; the engine's own words where there are no steps. */
  public static String execution(Counterexample seen) {
    return seen.steps().isEmpty()
        ? String.join("\n", Wrapped.lines(seen.text(), WIDTH))
        : steps(seen.threads(), seen.steps());
  }

  /** Steps in columns, one for each thread; nothing if there are none. */
  public static String steps(List<String> threads, List<TraceStep> steps) {
    return steps.isEmpty() ? "" : Columns.of(threads, steps);
  }

  /** How long the execution is: "Shortest there is: 8 steps, 2 changes of thread". */
  public static String size(Counterexample seen) {
    return (seen.shortest() ? "Shortest there is: " : "Perhaps not the shortest: ")
        + count(seen.steps().size(), "step", "steps")
        + ", "
        + count(seen.changes(), "change of thread", "changes of thread");
  }

  /** The command that replays {@code seen}, broken where it is too long for a line. */
  private static String replay(Counterexample seen) {
    if (seen.schedule().isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>(List.of("Replay:"));
    String quoted = "'" + seen.schedule() + "'";
    if (COMMAND.length() + quoted.length() <= WIDTH) {
      lines.add(COMMAND + quoted);
    } else {
      lines.add(COMMAND + "\\");
      Wrapped.lines(quoted, WIDTH - 4).forEach(line -> lines.add("    " + line));
    }
    return String.join("\n", lines);
  }

  private static String head(Claim claim, Counterexample seen) {
    List<String> lines = new ArrayList<>();
    lines.addAll(Wrapped.lines("BUG: " + seen.kind().words() + " in " + claim.key(), WIDTH));
    lines.addAll(Wrapped.lines(seen.message(), WIDTH));
    lines.add("");
    lines.addAll(Wrapped.lines("Question: " + claim.question(), WIDTH));
    if (!seen.steps().isEmpty()) {
      lines.addAll(Wrapped.lines(size(seen), WIDTH));
    }
    return String.join("\n", lines);
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
