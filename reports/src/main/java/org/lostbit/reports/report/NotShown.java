package org.lostbit.reports.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lostbit.claims.Claim;
import org.lostbit.claims.MemoryModel;
import org.lostbit.claims.verdict.Verdict;

/** What a run does not show, as sentences: the limits stand on the page of the verdict. */
final class NotShown {
  private NotShown() {}

  static List<String> of(RaceReport report) {
    List<String> sentences = new ArrayList<>(report.judgement().notShown());
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (Column column : report.engines()) {
      for (Claim claim : report.claims()) {
        Verdict verdict = column.about(claim).verdict();
        String reason = reason(column.engine(), verdict);
        if (!reason.isEmpty()) {
          reasons.computeIfAbsent(reason, r -> new ArrayList<>()).add(claim.key());
        }
      }
    }
    reasons.forEach((reason, keys) -> sentences.add(reason + ": " + String.join(", ", keys)));
    if (report.engines().stream().noneMatch(column -> counts(column, MemoryModel.LKMM))) {
      sentences.add("No engine of this run saw what only the Linux-kernel memory model allows.");
    }
    report.engines().stream()
        .filter(column -> column.file().isPresent() && !column.exhaustive())
        .map(
            column ->
                "Engine " + column.engine() + " samples: what it has not seen may still be there.")
        .forEach(sentences::add);
    sentences.add("Whatever lies outside the bounds on this page was not looked at.");
    return sentences;
  }

  private static boolean counts(Column column, MemoryModel model) {
    return column.memoryModel().equals(model.name());
  }

  private static String reason(String engine, Verdict verdict) {
    if (verdict instanceof Verdict.NotSuited not) {
      return "Engine " + engine + " is not suited (" + not.reason() + ")";
    } else if (verdict instanceof Verdict.Skipped skipped) {
      return "Engine " + engine + " was skipped, this machine lacks " + skipped.lacking();
    } else if (verdict instanceof Verdict.Unfinished cut) {
      return "Engine " + engine + " did not finish (" + cut.why() + ")";
    }
    return "";
  }
}
