package org.lostbit.reports.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lostbit.claims.Claim;
import org.lostbit.claims.ClaimKind;
import org.lostbit.claims.PlantedBug;

/**
 * A planted bug with the engines that found it and those that should have.
 *
 * @param bug the bug
 * @param caughtBy found it, and missed it in no claim that plants it
 * @param missedBy looked where it can be seen, and did not find it in at least one claim
 */
record CaughtBug(PlantedBug bug, List<String> caughtBy, List<String> missedBy) {

  /** All planted bugs of a run, in the order of the catalogue. */
  static List<CaughtBug> of(RaceReport report) {
    Map<String, List<Claim>> claims = new LinkedHashMap<>();
    for (Claim claim : report.claims()) {
      if (claim.kind() == ClaimKind.PLANTED) {
        claims.computeIfAbsent(claim.bug().orElseThrow().id(), id -> new ArrayList<>()).add(claim);
      }
    }
    return claims.values().stream().map(planted -> of(report, planted)).toList();
  }

  private static CaughtBug of(RaceReport report, List<Claim> planted) {
    Set<String> caught = new LinkedHashSet<>();
    Set<String> missed = new LinkedHashSet<>();
    for (Claim claim : planted) {
      for (Column column : report.engines()) {
        Cell.Look look = report.cell(claim, column).look();
        if (look == Cell.Look.CAUGHT) {
          caught.add(column.engine());
        } else if (look == Cell.Look.MISSED) {
          missed.add(column.engine());
        }
      }
    }
    caught.removeAll(missed);
    return new CaughtBug(
        planted.get(0).bug().orElseThrow(), List.copyOf(caught), List.copyOf(missed));
  }
}
