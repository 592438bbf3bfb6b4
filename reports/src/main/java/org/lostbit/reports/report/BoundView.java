package org.lostbit.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lostbit.claims.Claim;
import org.lostbit.claims.verdict.Judged;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.reports.gate.Interests;

/**
 * A claim with its bound and what each engine visited of it.
 *
 * @param key the claim
 * @param bound its size in words
 * @param visits one for each engine that looked
 */
record BoundView(String key, String bound, List<Visit> visits) {
  /** How much an engine saw, and how often it came through the interesting states. */
  record Visit(String engine, String seen, String reached, String seconds) {}

  static List<BoundView> of(RaceReport report) {
    return report.claims().stream().map(claim -> of(report, claim)).toList();
  }

  private static BoundView of(RaceReport report, Claim claim) {
    List<Visit> visits = new ArrayList<>();
    for (Column column : report.engines()) {
      Judged judged = column.about(claim);
      String seen = seen(column, judged.verdict());
      if (!seen.isEmpty()) {
        visits.add(
            new Visit(
                column.engine(),
                seen,
                Interests.of(judged.verdict()).stream()
                    .map(r -> r.what() + ": " + Numbers.grouped(r.count()))
                    .collect(Collectors.joining("; ")),
                Numbers.seconds(judged.seconds())));
      }
    }
    return new BoundView(claim.key(), claim.bound(), visits);
  }

  private static String seen(Column column, Verdict verdict) {
    if (verdict instanceof Verdict.Proved proved) {
      return (proved.exhaustion().exact() ? "all of " : "at least ")
          + Numbers.count(proved.exhaustion().executions(), "execution")
          + " under "
          + proved.exhaustion().model()
          + ", "
          + Numbers.count(proved.exhaustion().states(), "state")
          + (proved.exhaustion().fingerprintBits() == 0
              ? ""
              : " told apart by " + proved.exhaustion().fingerprintBits() + "-bit hashes");
    } else if (verdict instanceof Verdict.Violated violated) {
      return column.exhaustive()
          ? "found; the search stops there"
          : Numbers.count(violated.hits(), "hit")
              + " in "
              + Numbers.count(violated.samples(), "sample");
    } else if (verdict instanceof Verdict.NotSeen notSeen) {
      return Numbers.count(notSeen.samples(), "sample");
    } else if (verdict instanceof Verdict.Unfinished cut) {
      return Numbers.count(cut.executions(), "execution") + ", then cut short: " + cut.why();
    }
    return "";
  }
}
