package org.lostbit.reports.gate;

import java.util.List;
import org.lostbit.claims.verdict.VerdictFile;

/**
 * What the gate says about a run.
 *
 * @param exitCode the highest code of the findings; 0 if there are none
 * @param headline one sentence: why the run is red, or what holds and within which bound
 * @param findings why the run is red, the worst first
 * @param notShown what this run does not show, one sentence each
 * @param accepted the verdict files that count
 */
public record Judgement(
    int exitCode,
    String headline,
    List<Finding> findings,
    List<String> notShown,
    List<VerdictFile> accepted) {
  /** Owns its lists. */
  public Judgement {
    findings = List.copyOf(findings);
    notShown = List.copyOf(notShown);
    accepted = List.copyOf(accepted);
  }

  /** Whether anything is wrong. */
  public boolean red() {
    return exitCode != 0;
  }

  /** Whether a finding is about this claim and this engine. */
  public boolean blames(String claim, String engine) {
    return findings.stream().anyMatch(f -> f.claim().equals(claim) && f.engine().equals(engine));
  }
}
