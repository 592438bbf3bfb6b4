package org.lostbit.reports.gate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lostbit.claims.Claim;
import org.lostbit.claims.ClaimKind;
import org.lostbit.claims.MemoryModel;
import org.lostbit.claims.PlantedBug;
import org.lostbit.claims.verdict.Judged;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.claims.verdict.VerdictFile;

/** The first sentence of a report. */
final class Headline {
  private Headline() {}

  static String red(List<Finding> findings) {
    int others = findings.size() - 1;
    return findings.get(0).sentence()
        + (others == 0
            ? ""
            : others == 1 ? " (1 finding more.)" : " (" + others + " findings more.)");
  }

  /** Says what was proved, and never more than what the files say. */
  static String green(List<Claim> claims, List<VerdictFile> files) {
    Set<MemoryModel> models = EnumSet.noneOf(MemoryModel.class);
    int proved = 0;
    for (Claim claim : claims) {
      boolean proof = false;
      for (VerdictFile file : files) {
        if (verdict(file, claim) instanceof Verdict.Proved done) {
          proof = true;
          models.add(done.exhaustion().model());
        }
      }
      proved += proof ? 1 : 0;
    }
    List<String> parts = new ArrayList<>();
    if (proved > 0) {
      parts.add(
          plural(proved, "claim is", "claims are")
              + " proved under "
              + models.stream().map(Enum::name).collect(Collectors.joining(", "))
              + (proved == 1 ? " within its bound" : ", each within its bound"));
    }
    found(claims, files, ClaimKind.PLANTED, "planted bug is", "planted bugs are", parts);
    found(claims, files, ClaimKind.STANDING_HOLE, "standing hole is", "standing holes are", parts);
    return parts.isEmpty()
        ? "Nothing was violated, and nothing is proved."
        : String.join("; ", parts) + ".";
  }

  private static void found(
      List<Claim> claims,
      List<VerdictFile> files,
      ClaimKind kind,
      String one,
      String many,
      List<String> parts) {
    long found =
        claims.stream()
            .filter(claim -> claim.kind() == kind)
            .filter(
                claim ->
                    files.stream().anyMatch(f -> verdict(f, claim) instanceof Verdict.Violated))
            .map(claim -> claim.bug().map(PlantedBug::id).orElse(claim.key()))
            .distinct()
            .count();
    if (found > 0) {
      parts.add(plural((int) found, one, many) + " found");
    }
  }

  private static Verdict verdict(VerdictFile file, Claim claim) {
    return file.about(claim.key()).map(Judged::verdict).orElse(null);
  }

  private static String plural(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
