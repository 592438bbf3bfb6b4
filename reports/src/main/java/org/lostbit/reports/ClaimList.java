package org.lostbit.reports;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.lostbit.claims.Claim;
import org.lostbit.claims.MemoryModel;
import org.lostbit.reports.report.ReportTable;
import org.lostbit.reports.trace.TraceText;
import org.lostbit.reports.trace.Wrapped;

/** The command {@code list}. */
final class ClaimList {
  private final Workbench bench;

  ClaimList(Workbench bench) {
    this.bench = bench;
  }

  int print(boolean json) {
    if (json) {
      bench.out().println(json());
    } else {
      table().forEach(bench.out()::println);
    }
    return 0;
  }

  /** The question is the longest by far, so it has lines of its own. */
  private List<String> table() {
    List<String> lines = new ArrayList<>();
    for (Claim claim : bench.claims()) {
      lines.add(claim.key());
      lines.add(
          "    "
              + claim.kind().word()
              + ", kernel "
              + claim.kernel()
              + ", expected: "
              + ReportTable.expected(claim));
      Wrapped.lines(claim.question(), TraceText.WIDTH - 4)
          .forEach(line -> lines.add("    " + line));
    }
    return lines;
  }

  private String json() {
    ArrayNode claims = JsonMapper.builder().build().createArrayNode();
    for (Claim claim : bench.claims()) {
      ObjectNode node = claims.addObject();
      node.put("id", claim.id());
      node.put("key", claim.key());
      node.put("scenario", claim.scenario());
      node.put("kernel", claim.kernel());
      node.put("kind", claim.kind().word());
      ObjectNode expected = node.putObject("expected");
      for (MemoryModel model : MemoryModel.values()) {
        claim.expected(model).ifPresent(answer -> expected.put(model.name(), answer.name()));
      }
      node.put("question", claim.question());
      node.put("because", claim.reason());
    }
    return claims.toPrettyString();
  }
}
