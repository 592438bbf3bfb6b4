package org.lostbit.reports.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lostbit.claims.Claim;
import org.lostbit.claims.verdict.Verdict;

/**
 * The counterexamples of a run.
 *
 * @param bad those that must not be, the first of them the one to read
 * @param found those that are there to be found
 */
record Traces(List<TraceView> bad, List<TraceView> found) {

  static Traces of(RaceReport report) {
    List<TraceView> bad = new ArrayList<>();
    List<TraceView> found = new ArrayList<>();
    for (Claim claim : report.claims()) {
      List<Seen> seen = new ArrayList<>();
      Set<Cell.Look> looks = EnumSet.noneOf(Cell.Look.class);
      for (Column column : report.engines()) {
        if (column.about(claim).verdict() instanceof Verdict.Violated violated) {
          seen.add(new Seen(column.engine(), violated));
          looks.add(report.cell(claim, column).look());
        }
      }
      if (!seen.isEmpty()) {
        // The gravest: in Cell.Look a later one weighs more, and PART comes before CAUGHT.
        Cell.Look look = Collections.max(looks);
        (look == Cell.Look.VIOLATED ? bad : found).add(TraceView.of(claim, seen, look));
      }
    }
    return new Traces(bad, found);
  }

  /** Where on the page the counterexample of {@code claim} is; empty if there is none. */
  String anchor(String claim) {
    String anchor = TraceView.anchor(claim);
    return bad.stream().anyMatch(t -> t.anchor().equals(anchor))
            || found.stream().anyMatch(t -> t.anchor().equals(anchor))
        ? anchor
        : "";
  }

  /** An engine that saw a claim violated. */
  record Seen(String engine, Verdict.Violated verdict) {}
}
