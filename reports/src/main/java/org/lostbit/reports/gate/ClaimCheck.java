package org.lostbit.reports.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lostbit.claims.Answer;
import org.lostbit.claims.Claim;
import org.lostbit.claims.ClaimKind;
import org.lostbit.claims.EngineName;
import org.lostbit.claims.MemoryModel;
import org.lostbit.claims.verdict.Judged;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.claims.verdict.VerdictFile;

/** One claim against all that the engines said about it. */
final class ClaimCheck {
  private final Claim claim;
  private final List<VerdictFile> files;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notShown = new ArrayList<>();
  private final List<MemoryModel> undecidable = new ArrayList<>();

  ClaimCheck(Claim claim, List<VerdictFile> files) {
    this.claim = claim;
    this.files = files;
  }

  List<Finding> findings() {
    return findings;
  }

  List<String> notShown() {
    return notShown;
  }

  /** The models that the claim states and that no engine of this build decides. */
  List<MemoryModel> undecidable() {
    return undecidable;
  }

  ClaimCheck run() {
    for (VerdictFile file : files) {
      verdict(file).ifPresent(verdict -> compare(file, verdict));
    }
    for (MemoryModel model : MemoryModel.values()) {
      if (claim.expected(model).isPresent()) {
        decided(model);
      }
    }
    vacuous();
    return this;
  }

  private void compare(VerdictFile file, Verdict verdict) {
    Optional<Answer> answer = Expectation.of(claim, file.memoryModel());
    String under = " under " + file.memoryModel();
    if (verdict instanceof Verdict.Violated violated) {
      String seen =
          "violated"
              + under
              + ", as engine "
              + file.engine().word()
              + " saw: "
              + Sentence.ended(violated.counterexample().message());
      if (answer.isEmpty()) {
        notShown.add(
            claim.key()
                + " gives no answer for "
                + file.memoryModel()
                + ", so what engine "
                + file.engine().word()
                + " saw there does not count: "
                + Sentence.ended(violated.counterexample().message()));
      } else if (answer.get() == Answer.IMPOSSIBLE) {
        add(Finding.VIOLATED, file.engine(), subject() + " is " + seen);
      } else if (violated.counterexample().kind() != claim.breaks()) {
        add(
            Finding.BLIND,
            file.engine(),
            subject()
                + " should show \""
                + claim.breaks().words()
                + "\" and shows \""
                + violated.counterexample().kind().words()
                + "\": it is "
                + seen);
      }
    } else if (answer.equals(Optional.of(Answer.POSSIBLE)) && mustFind(file, verdict)) {
      String what = verdict instanceof Verdict.Proved ? " proved absent" : " not found";
      add(
          Finding.BLIND,
          file.engine(),
          subject() + " was" + what + " by engine " + file.engine().word() + under + ".");
    }
  }

  /** A sampler must find what was put there to be found; an exhaustive engine all that there is. */
  private boolean mustFind(VerdictFile file, Verdict verdict) {
    boolean looked =
        verdict instanceof Verdict.Proved
            || verdict instanceof Verdict.NotSeen
            || verdict instanceof Verdict.Unfinished;
    boolean put = claim.kind() == ClaimKind.PLANTED || claim.kind() == ClaimKind.STANDING_HOLE;
    return looked && (file.exhaustive() || put);
  }

  private void decided(MemoryModel model) {
    boolean decidable =
        files.stream().anyMatch(file -> file.exhaustive() && file.memoryModel() == model);
    if (!decidable) {
      undecidable.add(model);
    } else if (files.stream().noneMatch(file -> decides(file, model))) {
      findings.add(
          new Finding(
              Finding.UNDECIDED,
              claim.key(),
              "",
              claim.key() + " is not decided under " + model + ": " + whyNot(model) + "."));
    }
  }

  private boolean decides(VerdictFile file, MemoryModel model) {
    Verdict verdict = verdict(file).orElse(null);
    if (verdict instanceof Verdict.Proved) {
      return model.compareTo(file.memoryModel()) <= 0;
    }
    return verdict instanceof Verdict.Violated && file.memoryModel().compareTo(model) <= 0;
  }

  private String whyNot(MemoryModel model) {
    List<String> reasons = new ArrayList<>();
    for (VerdictFile file : files) {
      if (file.exhaustive() && file.memoryModel() == model) {
        reasons.add(file.engine().word() + " says " + said(verdict(file).orElse(null)));
      }
    }
    return String.join("; ", reasons);
  }

  private static String said(Verdict verdict) {
    if (verdict instanceof Verdict.Unfinished cut) {
      return "that it did not finish (" + cut.why() + ")";
    } else if (verdict instanceof Verdict.NotSuited not) {
      return "that it is not suited (" + not.reason() + ")";
    } else if (verdict instanceof Verdict.Skipped skipped) {
      return "that the machine lacks " + skipped.lacking();
    } else if (verdict instanceof Verdict.Failed) {
      return "that it failed";
    }
    return verdict == null ? "nothing" : "that it has seen nothing, which decides nothing";
  }

  /** Each interesting state must be reached by someone, and by whoever says that it saw all. */
  private void vacuous() {
    Map<String, Long> counts = new LinkedHashMap<>();
    boolean settled = false;
    for (VerdictFile file : files) {
      Verdict verdict = verdict(file).orElse(null);
      settled |= verdict instanceof Verdict.Violated;
      Interests.of(verdict).forEach(r -> counts.merge(r.what(), r.count(), Long::sum));
    }
    for (VerdictFile file : files) {
      if (verdict(file).orElse(null) instanceof Verdict.Proved proved) {
        for (String interest : counts.keySet()) {
          if (proved.exhaustion().reached().stream()
              .noneMatch(r -> r.what().equals(interest) && r.count() > 0)) {
            settled = true;
            add(
                Finding.UNDECIDED,
                file.engine(),
                "The proof of "
                    + claim.key()
                    + " by engine "
                    + file.engine().word()
                    + " is vacuous: no execution reaches \""
                    + interest
                    + "\".");
          }
        }
      }
    }
    if (settled) {
      return;
    }
    counts.forEach(
        (interest, count) -> {
          if (count == 0) {
            findings.add(
                new Finding(
                    Finding.UNDECIDED,
                    claim.key(),
                    "",
                    claim.key() + " is vacuous: no engine reached \"" + interest + "\"."));
          }
        });
  }

  private String subject() {
    return switch (claim.kind()) {
      case PLANTED ->
          "The planted bug " + claim.bug().orElseThrow().id() + " (" + claim.key() + ")";
      case STANDING_HOLE -> "The standing hole " + claim.key();
      case HOLDS, LEGAL_VARIANT -> claim.key();
    };
  }

  private Optional<Verdict> verdict(VerdictFile file) {
    return file.about(claim.key()).map(Judged::verdict);
  }

  private void add(int code, EngineName engine, String sentence) {
    findings.add(new Finding(code, claim.key(), engine.word(), sentence));
  }
}
