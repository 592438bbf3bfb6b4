package org.lostbit.reports.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lostbit.reports.Fakes.DIGEST;
import static org.lostbit.reports.Fakes.INTEREST;
import static org.lostbit.reports.Fakes.NEVER;
import static org.lostbit.reports.Fakes.POSSIBLE;
import static org.lostbit.reports.Fakes.RUN;
import static org.lostbit.reports.Fakes.claim;
import static org.lostbit.reports.Fakes.explorer;
import static org.lostbit.reports.Fakes.jcstress;
import static org.lostbit.reports.Fakes.lincheck;
import static org.lostbit.reports.Fakes.notSeen;
import static org.lostbit.reports.Fakes.proved;
import static org.lostbit.reports.Fakes.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lostbit.claims.Answer;
import org.lostbit.claims.Claim;
import org.lostbit.claims.ClaimKind;
import org.lostbit.claims.MemoryModel;
import org.lostbit.claims.verdict.Counterexample;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.claims.verdict.VerdictFile;
import org.lostbit.model.memory.Violation;
import org.lostbit.reports.Fakes;

final class GateTest {
  private static final List<Claim> HOLDS = List.of(claim("L4/v3.5", ClaimKind.HOLDS, NEVER));
  private static final List<Claim> PLANTED =
      List.of(claim("L4/v3.5+bug", ClaimKind.PLANTED, POSSIBLE));
  private static final List<Claim> HOLE =
      List.of(claim("L8/v3.5", ClaimKind.STANDING_HOLE, POSSIBLE));
  private static final Verdict FAILED = new Verdict.Failed("it broke");
  private static final Verdict UNFINISHED = new Verdict.Unfinished("budget spent", 10, List.of());
  private static final Verdict PROVED = proved(MemoryModel.SC, 1);

  private static Judgement judge(List<Claim> claims, VerdictFile... files) {
    List<Evidence> evidence = new ArrayList<>();
    for (VerdictFile file : files) {
      evidence.add(new Evidence.Read(file));
    }
    return Gate.judge(claims, evidence, RUN, DIGEST);
  }

  private static void red(int code, String says, Judgement judgement) {
    assertEquals(code, judgement.exitCode(), judgement.findings().toString());
    assertTrue(judgement.headline().contains(says), judgement.headline());
    assertTrue(judgement.headline().startsWith(judgement.findings().get(0).sentence()));
  }

  private static void green(Judgement judgement) {
    assertEquals(0, judgement.exitCode(), judgement.findings().toString());
    assertEquals(List.of(), judgement.findings());
  }

  @Test
  void allAsClaimedIsGreenAndSaysWhatIsProved() {
    Judgement judgement = judge(Fakes.catalogue(), Fakes.green().toArray(VerdictFile[]::new));
    green(judgement);
    assertEquals(
        "2 claims are proved under SC, each within its bound; 1 planted bug is found;"
            + " 1 standing hole is found.",
        judgement.headline());
  }

  @Test
  void samplersAloneNeverMakeAProof() {
    Judgement judgement = judge(HOLDS, jcstress(HOLDS, notSeen(5)));
    green(judgement);
    assertEquals("Nothing was violated, and nothing is proved.", judgement.headline());
    assertEquals(2, judgement.notShown().size(), "SC and LKMM are stated and not decided");
  }

  @Test
  void aPlantedBugThatBreaksSomethingElseIsNotFound() {
    Verdict other =
        new Verdict.Violated(
            Counterexample.seen(new Violation(Violation.Kind.ASSERTION, "our own slip"), ""),
            1,
            1,
            List.of());
    red(
        20,
        "should show \"lost page\" and shows \"assertion\"",
        judge(PLANTED, explorer(PLANTED, other)));
  }

  @Test
  void aFileOfAnotherRunIsStale() {
    Evidence old = new Evidence.Read(explorer(HOLDS, PROVED));
    Judgement judgement = Gate.judge(HOLDS, List.of(old), "other", DIGEST);
    red(30, "stale: it is of run " + RUN + ", but this is run other", judgement);
    assertEquals(List.of(), judgement.accepted());
  }

  @Test
  void aFileOfOtherClassesIsStaleAndDoesNotCount() {
    Evidence old = new Evidence.Read(explorer(HOLDS, PROVED));
    Judgement judgement = Gate.judge(HOLDS, List.of(old), RUN, "abcd".repeat(16));
    red(30, "digest 5eed5eed5eed, but those of this run have abcdabcdabcd", judgement);
    assertEquals(List.of(), judgement.accepted());
  }

  @Test
  void anEngineThatLeftNothingHasFailed() {
    Evidence lost = new Evidence.Lost("explorer", "it is missing");
    red(
        30,
        "The explorer engine left no verdicts: it is missing.",
        Gate.judge(HOLDS, List.of(lost), RUN, DIGEST));
  }

  @Test
  void anEngineThatFailsAtOneClaimHasFailed() {
    red(30, "failed at L4/v3.5: it broke.", judge(HOLDS, explorer(HOLDS, FAILED)));
    red(
        30,
        "jcstress engine failed",
        judge(HOLDS, explorer(HOLDS, PROVED), jcstress(HOLDS, FAILED)));
  }

  @Test
  void anEngineMustSpeakOfEachClaimOnceAndOfNothingElse() {
    red(30, "says nothing about L4/v3.5", judge(HOLDS, explorer(HOLDS)));
    red(30, "which is no claim", judge(HOLDS, explorer(PLANTED, seen())));
    VerdictFile file = explorer(HOLDS, PROVED);
    red(30, "two verdict files", judge(HOLDS, file, file));
  }

  @Test
  void aSamplerThatSaysProvedHasFailed() {
    red(30, "which it cannot", judge(HOLDS, jcstress(HOLDS, proved(MemoryModel.TSO, 1))));
    red(30, "which it cannot", judge(HOLDS, explorer(HOLDS, proved(MemoryModel.LKMM, 1))));
  }

  @Test
  void aBugOrHoleThatTheExplorerDoesNotFindIsRed() {
    red(20, "bug K01 (L4/v3.5+bug) was proved absent", judge(PLANTED, explorer(PLANTED, PROVED)));
    red(20, "hole L8/v3.5 was proved absent", judge(HOLE, explorer(HOLE, PROVED)));
    red(20, "not found by engine explorer", judge(PLANTED, explorer(PLANTED, UNFINISHED)));
  }

  @Test
  void aBugThatASuitedSamplerMissesIsRedAndAnUnsuitedOneMayMissIt() {
    VerdictFile found = explorer(PLANTED, seen());
    red(20, "by engine lincheck under SC", judge(PLANTED, found, lincheck(PLANTED, notSeen(4))));
    red(20, "by engine jcstress under TSO", judge(PLANTED, found, jcstress(PLANTED, notSeen(4))));
    green(judge(PLANTED, found, jcstress(PLANTED, new Verdict.NotSuited("rare"))));
    green(judge(PLANTED, found, jcstress(PLANTED, new Verdict.Skipped("a CPU"))));
  }

  @Test
  void whatIsPossibleOnlyUnderAWeakerModelMayBeAbsentUnderAStrongerOne() {
    List<Claim> weak =
        List.of(
            claim(
                "M07/v3.5+plain-publish",
                ClaimKind.PLANTED,
                Map.of(MemoryModel.SC, Answer.IMPOSSIBLE, MemoryModel.LKMM, Answer.POSSIBLE)));
    green(judge(weak, explorer(weak, PROVED), jcstress(weak, notSeen(1))));
    red(10, "bug K01", judge(weak, explorer(weak, seen())));
  }

  @Test
  void anAnswerImpossibleThatIsViolatedIsRed() {
    red(
        10,
        "L4/v3.5 is violated under SC, as engine explorer saw",
        judge(HOLDS, explorer(HOLDS, seen())));
    red(
        10,
        "violated under TSO, as engine jcstress saw",
        judge(HOLDS, explorer(HOLDS, PROVED), jcstress(HOLDS, seen())));
  }

  @Test
  void anAnswerForAStrongerModelDoesNotBindAWeakerOne() {
    List<Claim> onlySc =
        List.of(claim("L4/v3.5", ClaimKind.HOLDS, Map.of(MemoryModel.SC, Answer.IMPOSSIBLE)));
    Judgement judgement = judge(onlySc, explorer(onlySc, PROVED), jcstress(onlySc, seen()));
    green(judgement);
    assertTrue(judgement.notShown().get(0).contains("gives no answer for TSO"));
  }

  @Test
  void whatIsNotDecidedIsRed() {
    red(
        1,
        "is not decided under SC: explorer says that it did not finish",
        judge(HOLDS, explorer(HOLDS, UNFINISHED)));
    red(1, "not suited (too big)", judge(HOLDS, explorer(HOLDS, new Verdict.NotSuited("too big"))));
    red(1, "lacks memory", judge(HOLDS, explorer(HOLDS, new Verdict.Skipped("memory"))));
    red(1, "No engine looked at any claim", Gate.judge(HOLDS, List.of(), RUN, DIGEST));
    red(1, "no claims", judge(List.of(), explorer(List.of())));
  }

  @Test
  void anInterestingStateThatNobodyReachedMakesTheAnswerVacuous() {
    VerdictFile empty = explorer(HOLDS, proved(MemoryModel.SC, 0));
    red(
        1,
        "The proof of L4/v3.5 by engine explorer is vacuous: no execution reaches \"" + INTEREST,
        judge(HOLDS, empty, lincheck(HOLDS, notSeen(9))));
    red(
        1,
        "L4/v3.5 is vacuous: no engine reached",
        judge(HOLDS, jcstress(HOLDS, notSeen(0)), lincheck(HOLDS, notSeen(0))));
    green(judge(HOLDS, explorer(HOLDS, PROVED), jcstress(HOLDS, notSeen(0))));
  }

  @Test
  void theHighestCodeWinsAndTheRestIsListed() {
    Judgement judgement = judge(Fakes.catalogue(), Fakes.red().toArray(VerdictFile[]::new));
    assertEquals(30, judgement.exitCode());
    assertEquals(
        List.of(30, 20, 10, 10, 1), judgement.findings().stream().map(Finding::code).toList());
  }

  @Test
  void modelsThatNoEngineDecidesAreNotShown() {
    Judgement judgement = judge(HOLDS, explorer(HOLDS, PROVED));
    green(judgement);
    assertEquals(
        List.of(
            "No engine of this build decides LKMM, under which an answer is stated for: L4/v3.5."),
        judgement.notShown());
  }
}
