package org.lostbit.reports.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lostbit.claims.Claim;
import org.lostbit.claims.EngineName;
import org.lostbit.claims.verdict.Judged;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.claims.verdict.VerdictFile;

/** Which verdict files count: those of this run and of these classes, one for each engine. */
final class Admission {
  private final List<Claim> claims;
  private final String runId;
  private final String digest;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<EngineName, VerdictFile> accepted = new HashMap<>();

  Admission(List<Claim> claims, String runId, String digest) {
    this.claims = claims;
    this.runId = runId;
    this.digest = digest;
  }

  List<Finding> findings() {
    return findings;
  }

  /** In the order of {@link EngineName}. */
  List<VerdictFile> accepted() {
    return accepted.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  void consider(Evidence evidence) {
    if (evidence instanceof Evidence.Lost lost) {
      refuse(lost.engine(), "The " + lost.engine() + " engine left no verdicts: " + lost.why());
    } else if (evidence instanceof Evidence.Read read) {
      consider(read.file());
    }
  }

  private void consider(VerdictFile file) {
    String engine = file.engine().word();
    String stale = "The verdict file of engine " + engine + " is stale: it is of ";
    if (!file.runId().equals(runId)) {
      refuse(engine, stale + "run " + file.runId() + ", but this is run " + runId + ".");
    } else if (!file.digest().equals(digest)) {
      refuse(
          engine,
          stale
              + "classes of model and claims with digest "
              + brief(file.digest())
              + ", but those of this run have "
              + brief(digest)
              + ".");
    } else if (accepted.putIfAbsent(file.engine(), file) != null) {
      refuse(engine, "Engine " + engine + " left two verdict files; one is too many.");
    } else {
      complete(file);
    }
  }

  private void complete(VerdictFile file) {
    String engine = file.engine().word();
    Set<String> keys = claims.stream().map(Claim::key).collect(Collectors.toSet());
    for (Judged judged : file.verdicts()) {
      if (!keys.contains(judged.claim())) {
        refuse(engine, "Engine " + engine + " judged " + judged.claim() + ", which is no claim.");
      }
    }
    for (Claim claim : claims) {
      Verdict verdict = file.about(claim.key()).map(Judged::verdict).orElse(null);
      if (verdict == null) {
        refuse(claim, engine, "Engine " + engine + " says nothing about " + claim.key() + ".");
      } else if (verdict instanceof Verdict.Failed failed) {
        refuse(
            claim,
            engine,
            "The "
                + engine
                + " engine failed at "
                + claim.key()
                + ": "
                + Sentence.ended(failed.reason()));
      } else if (verdict instanceof Verdict.Proved proved
          && !(file.exhaustive() && proved.exhaustion().model() == file.memoryModel())) {
        refuse(
            claim,
            engine,
            "Engine " + engine + " says that it proved " + claim.key() + ", which it cannot.");
      }
    }
  }

  private void refuse(Claim claim, String engine, String sentence) {
    findings.add(new Finding(Finding.ENGINE_FAILED, claim.key(), engine, sentence));
  }

  private void refuse(String engine, String sentence) {
    findings.add(new Finding(Finding.ENGINE_FAILED, "", engine, Sentence.ended(sentence)));
  }

  private static String brief(String digest) {
    return digest.length() > 12 ? digest.substring(0, 12) : digest;
  }
}
