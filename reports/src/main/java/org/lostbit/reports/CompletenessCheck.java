package org.lostbit.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lostbit.claims.Claim;
import org.lostbit.claims.ClaimKind;

/**
 * The command {@code ci-check}: looks at the written report with other eyes than the gate's. It is
 * complete and green if its exit code is 0, each claim has a verdict of each engine, and each
 * planted bug was caught by some engine and missed by none.
 */
final class CompletenessCheck {
  private final Workbench bench;
  private final List<String> lacking = new ArrayList<>();

  CompletenessCheck(Workbench bench) {
    this.bench = bench;
  }

  int run(Path directory) {
    JsonNode report;
    try {
      report = WrittenReport.read(directory).json();
    } catch (IOException none) {
      throw new BadInput(none.getMessage());
    }
    if (report.path("exitCode").intValue() != 0) {
      lacking.add("The report is red: " + report.path("headline").asText());
    }
    claims(report);
    plantedBugs(report);
    lacking.forEach(bench.out()::println);
    if (lacking.isEmpty()) {
      bench
          .out()
          .println(
              report.path("claims").size()
                  + " claims with their verdicts, "
                  + report.path("plantedBugs").size()
                  + " planted bugs caught: the report is complete and green.");
    }
    return lacking.isEmpty() ? 0 : 1;
  }

  private void claims(JsonNode report) {
    Set<String> engines = new HashSet<>();
    report.path("claims").findValuesAsText("engine").forEach(engines::add);
    if (engines.isEmpty() || bench.claims().isEmpty()) {
      lacking.add("The report has no verdicts.");
    }
    for (Claim claim : bench.claims()) {
      JsonNode entry = entry(report.path("claims"), "key", claim.key());
      Set<String> said = new HashSet<>();
      for (JsonNode verdict : entry.path("verdicts")) {
        if (!verdict.path("verdict").asText("FAILED").equals("FAILED")) {
          said.add(verdict.path("engine").asText());
        }
      }
      if (!said.equals(engines)) {
        lacking.add("Claim " + claim.key() + " lacks a verdict of one of " + engines + ".");
      }
    }
  }

  private void plantedBugs(JsonNode report) {
    for (Claim claim : bench.claims()) {
      if (claim.kind() == ClaimKind.PLANTED) {
        String id = claim.bug().orElseThrow().id();
        JsonNode bug = entry(report.path("plantedBugs"), "id", id);
        if (bug.path("caughtBy").isEmpty() || !bug.path("missedBy").isEmpty()) {
          lacking.add(
              "Planted bug "
                  + id
                  + " was caught by "
                  + bug.path("caughtBy")
                  + " and missed by "
                  + bug.path("missedBy")
                  + ".");
        }
      }
    }
  }

  private static JsonNode entry(JsonNode list, String key, String value) {
    for (JsonNode node : list) {
      if (node.path(key).asText().equals(value)) {
        return node;
      }
    }
    return list.path(-1);
  }
}
