package org.lostbit.reports.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lostbit.claims.Claim;
import org.lostbit.claims.MemoryModel;
import org.lostbit.reports.gate.Finding;

/** The report for machines. A key that has no value in a place is there, and is null. */
public final class ReportJson {
  /** The format of the file. */
  public static final String SCHEMA = "lostbit-report/1";

  static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ReportJson() {}

  /** The file's text. */
  public static String of(RaceReport report) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schema", SCHEMA);
    root.put("runId", report.runId());
    root.put("digest", report.digest());
    root.put("exitCode", report.judgement().exitCode());
    root.put("headline", report.judgement().headline());
    ArrayNode findings = root.putArray("findings");
    report.judgement().findings().forEach(finding -> finding(findings.addObject(), finding));
    ArrayNode claims = root.putArray("claims");
    report.claims().forEach(claim -> claim(claims.addObject(), report, claim));
    ArrayNode bugs = root.putArray("plantedBugs");
    CaughtBug.of(report).forEach(caught -> bug(bugs.addObject(), caught));
    words(root.putArray("notShown"), report.judgement().notShown());
    environment(root.putObject("environment"), report);
    return root.toPrettyString() + "\n";
  }

  private static void finding(ObjectNode node, Finding finding) {
    node.put("code", finding.code());
    put(node, "claim", finding.claim());
    put(node, "engine", finding.engine());
    node.put("sentence", finding.sentence());
  }

  private static void claim(ObjectNode node, RaceReport report, Claim claim) {
    node.put("id", claim.id());
    node.put("key", claim.key());
    node.put("scenario", claim.scenario());
    node.put("question", claim.question());
    node.put("kernel", claim.kernel());
    node.put("kind", claim.kind().word());
    put(node, "closedBy", claim.closedBy());
    ObjectNode expected = node.putObject("expected");
    for (MemoryModel model : MemoryModel.values()) {
      claim.expected(model).ifPresent(answer -> expected.put(model.name(), answer.name()));
    }
    node.put("because", claim.reason());
    node.put("bound", claim.bound());
    ArrayNode verdicts = node.putArray("verdicts");
    for (Column column : report.engines()) {
      VerdictNode.write(verdicts.addObject(), column, column.about(claim));
    }
  }

  private static void bug(ObjectNode node, CaughtBug caught) {
    node.put("id", caught.bug().id());
    node.put("name", caught.bug().name());
    put(node, "fixedBy", caught.bug().fixedBy());
    node.put("base", caught.bug().base());
    words(node.putArray("caughtBy"), caught.caughtBy());
    words(node.putArray("missedBy"), caught.missedBy());
  }

  private static void environment(ObjectNode node, RaceReport report) {
    node.setAll((ObjectNode) MAPPER.valueToTree(report.environment()));
    ObjectNode engines = node.putObject("engines");
    for (Column column : report.engines()) {
      engines.set(
          column.engine(),
          MAPPER.valueToTree(column.file().map(file -> file.environment()).orElse(null)));
    }
  }

  private static void words(ArrayNode array, List<String> words) {
    words.forEach(array::add);
  }

  static void put(ObjectNode node, String key, String value) {
    node.put(key, value.isEmpty() ? null : value);
  }
}
