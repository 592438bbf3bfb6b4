package org.lostbit.reports.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lostbit.claims.Answer;
import org.lostbit.claims.Claim;
import org.lostbit.claims.verdict.JvmEnvironment;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.claims.verdict.VerdictFile;
import org.lostbit.reports.gate.Evidence;
import org.lostbit.reports.gate.Expectation;
import org.lostbit.reports.gate.Finding;
import org.lostbit.reports.gate.Gate;
import org.lostbit.reports.gate.Judgement;

/**
 * The facts of one run, from which every form of the report is made.
 *
 * @param runId the run
 * @param digest the classes of model and claims
 * @param environment where the report is made
 * @param claims what is claimed, in the order of the catalogue
 * @param engines the engines of this build, each with what it said
 * @param judgement what the gate says
 */
public record RaceReport(
    String runId,
    String digest,
    JvmEnvironment environment,
    List<Claim> claims,
    List<Column> engines,
    Judgement judgement) {
  /** Owns its lists. */
  public RaceReport {
    claims = List.copyOf(claims);
    engines = List.copyOf(engines);
  }

  /** Judges what the engines left behind. */
  public static RaceReport of(
      List<Claim> claims,
      List<Evidence> evidence,
      String runId,
      String digest,
      JvmEnvironment environment) {
    Judgement judgement = Gate.judge(claims, evidence, runId, digest);
    Map<String, Column> columns = new LinkedHashMap<>();
    for (VerdictFile file : judgement.accepted()) {
      String engine = file.engine().word();
      columns.put(engine, new Column(engine, Optional.of(file), ""));
    }
    for (Finding finding : judgement.findings()) {
      if (finding.code() == Finding.ENGINE_FAILED && finding.claim().isEmpty()) {
        String engine = finding.engine();
        columns.putIfAbsent(engine, new Column(engine, Optional.empty(), finding.sentence()));
      }
    }
    return new RaceReport(
        runId, digest, environment, claims, List.copyOf(columns.values()), judgement);
  }

  /** The cell of the matrix for a claim and an engine. */
  public Cell cell(Claim claim, Column column) {
    Verdict verdict = column.about(claim).verdict();
    Optional<Answer> answer = column.file().flatMap(f -> Expectation.of(claim, f.memoryModel()));
    boolean bad =
        judgement.blames(claim.key(), column.engine()) || verdict instanceof Verdict.Failed;
    return Cell.of(claim.kind(), answer, verdict, bad);
  }
}
