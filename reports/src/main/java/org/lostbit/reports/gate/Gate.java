package org.lostbit.reports.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lostbit.claims.Claim;
import org.lostbit.claims.MemoryModel;
import org.lostbit.claims.verdict.VerdictFile;

/** The one place where verdicts become red or green. */
public final class Gate {
  private Gate() {}

  /**
   * Judges a run.
   *
   * @param claims what is claimed
   * @param evidence what each engine of this build left behind
   * @param runId this run
   * @param digest the classes of model and claims of this run
   */
  public static Judgement judge(
      List<Claim> claims, List<Evidence> evidence, String runId, String digest) {
    Admission admission = new Admission(claims, runId, digest);
    evidence.forEach(admission::consider);
    List<VerdictFile> files = admission.accepted();
    List<Finding> findings = new ArrayList<>(admission.findings());
    List<String> notShown = new ArrayList<>();
    Map<MemoryModel, List<String>> undecidable = new EnumMap<>(MemoryModel.class);
    for (Claim claim : claims) {
      ClaimCheck check = new ClaimCheck(claim, files).run();
      findings.addAll(check.findings());
      notShown.addAll(check.notShown());
      for (MemoryModel model : check.undecidable()) {
        undecidable.computeIfAbsent(model, m -> new ArrayList<>()).add(claim.key());
      }
    }
    undecidable.forEach(
        (model, keys) ->
            notShown.add(
                "No engine of this build decides "
                    + model
                    + ", under which an answer is stated for: "
                    + String.join(", ", keys)
                    + "."));
    if (files.isEmpty()) {
      findings.add(new Finding(Finding.UNDECIDED, "", "", "No engine looked at any claim."));
    }
    if (claims.isEmpty()) {
      findings.add(new Finding(Finding.UNDECIDED, "", "", "The catalogue has no claims."));
    }
    findings.sort(Comparator.comparingInt(Finding::code).reversed());
    int code = findings.isEmpty() ? 0 : findings.get(0).code();
    String headline = findings.isEmpty() ? Headline.green(claims, files) : Headline.red(findings);
    return new Judgement(code, headline, findings, notShown, files);
  }
}
