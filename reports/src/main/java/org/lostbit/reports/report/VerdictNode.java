package org.lostbit.reports.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;
import org.lostbit.claims.verdict.Judged;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.reports.gate.Interests;

/** What one engine said about one claim, in the report for machines. */
final class VerdictNode {
  private VerdictNode() {}

  static void write(ObjectNode node, Column column, Judged judged) {
    Verdict verdict = judged.verdict();
    node.put("engine", column.engine());
    ReportJson.put(node, "memoryModel", column.memoryModel());
    node.put("verdict", verdict.word());
    put(node, column.exhaustive() ? "executions" : "samples", looked(verdict));
    // One number for "was the question met at all": the interesting state that was met least.
    List<Verdict.Reached> interests = Interests.of(verdict);
    OptionalLong least = interests.stream().mapToLong(Verdict.Reached::count).min();
    put(node, "reached", least);
    node.put("seconds", judged.seconds());
    ReportJson.put(node, "reason", reason(verdict));
    ReportJson.put(node, "schedule", schedule(verdict));
    ReportJson.put(node, "started", judged.started());
    node.set("interests", ReportJson.MAPPER.valueToTree(interests));
    if (verdict instanceof Verdict.Proved proved) {
      node.put("bound", proved.exhaustion().bound());
      node.put("executionsExact", proved.exhaustion().exact());
      node.put("states", proved.exhaustion().states());
      node.put("transitions", proved.exhaustion().transitions());
      node.put("fingerprintBits", proved.exhaustion().fingerprintBits());
    } else if (verdict instanceof Verdict.Violated violated) {
      node.put("hits", violated.hits());
      node.set("counterexample", ReportJson.MAPPER.valueToTree(violated.counterexample()));
    }
  }

  private static OptionalLong looked(Verdict verdict) {
    if (verdict instanceof Verdict.Proved proved) {
      return OptionalLong.of(proved.exhaustion().executions());
    } else if (verdict instanceof Verdict.Violated violated) {
      return OptionalLong.of(violated.samples());
    } else if (verdict instanceof Verdict.NotSeen notSeen) {
      return OptionalLong.of(notSeen.samples());
    } else if (verdict instanceof Verdict.Unfinished unfinished) {
      return OptionalLong.of(unfinished.executions());
    }
    return OptionalLong.empty();
  }

  private static String reason(Verdict verdict) {
    if (verdict instanceof Verdict.Violated violated) {
      return violated.counterexample().message();
    } else if (verdict instanceof Verdict.Unfinished unfinished) {
      return unfinished.why();
    } else if (verdict instanceof Verdict.NotSuited not) {
      return not.reason();
    } else if (verdict instanceof Verdict.Skipped skipped) {
      return skipped.lacking();
    } else if (verdict instanceof Verdict.Failed failed) {
      return failed.reason();
    }
    return "";
  }

  private static String schedule(Verdict verdict) {
    return verdict instanceof Verdict.Violated violated ? violated.counterexample().schedule() : "";
  }

  private static void put(ObjectNode node, String key, OptionalLong value) {
    if (value.isPresent()) {
      node.put(key, value.getAsLong());
    } else {
      node.putNull(key);
    }
  }
}
