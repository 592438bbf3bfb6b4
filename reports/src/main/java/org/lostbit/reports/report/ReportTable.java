package org.lostbit.reports.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lostbit.claims.Claim;
import org.lostbit.claims.MemoryModel;
import org.lostbit.reports.gate.Finding;

/** The report as a table on the console. */
public final class ReportTable {
  private ReportTable() {}

  /** The headline, the table of the claims, and all findings. */
  public static String of(RaceReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(report.judgement().exitCode(), report.judgement().headline()));
    if (!report.claims().isEmpty()) {
      lines.add("");
      lines.addAll(table(report));
    }
    List<Finding> findings = report.judgement().findings();
    if (!findings.isEmpty()) {
      lines.add("");
      findings.forEach(finding -> lines.add("  " + finding.code() + "  " + finding.sentence()));
    }
    return String.join("\n", lines) + "\n";
  }

  /** The first sentence with the colour in words. */
  public static String headline(int exitCode, String headline) {
    return (exitCode == 0 ? "GREEN: " : "RED (" + exitCode + "): ") + headline;
  }

  /** The answers in a few words: {@code SC impossible, LKMM possible}. */
  public static String expected(Claim claim) {
    return Arrays.stream(MemoryModel.values())
        .filter(model -> claim.expected(model).isPresent())
        .map(
            model ->
                model + " " + claim.expected(model).orElseThrow().name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static List<String> table(RaceReport report) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("claim", "kind", "expected"));
    report.engines().forEach(column -> head.add(column.engine()));
    rows.add(head);
    for (Claim claim : report.claims()) {
      List<String> row =
          new ArrayList<>(List.of(claim.key(), claim.kind().word(), expected(claim)));
      for (Column column : report.engines()) {
        Cell cell = report.cell(claim, column);
        row.add((cell.bad() ? "!! " : "") + cell.word());
      }
      rows.add(row);
    }
    return TextTable.lines(rows);
  }
}
