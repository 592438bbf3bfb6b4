package org.lostbit.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.lostbit.claims.Claim;
import org.lostbit.claims.EngineName;
import org.lostbit.claims.engine.Engine;
import org.lostbit.claims.verdict.Verdict;
import org.openjdk.jcstress.FrontEnd;

/** From counts to verdicts. */
class StressEngineTest {
  private static final Map<String, Integer> DECLARED =
      Map.of(
          "org.lostbit.stress.Actors2", 2,
          "org.lostbit.stress.Actors3", 3,
          "org.lostbit.stress.Actors4", 4);

  private static final Claim HOLDS = SampleClaims.of(SampleClaims.MESSAGE_PASSING);
  private static final Claim RACES = SampleClaims.of(SampleClaims.LATE_RACE);

  private static StressEngine engine(FakeForks forks) {
    return new StressEngine(new Sampler(forks, new Budget(2, 100, 10, 1), List.of()), DECLARED);
  }

  @Test
  void theListThatTheProcessorWroteHasAllTestClasses() {
    assertEquals(DECLARED, FrontEnd.declared());
  }

  @Test
  void theEngineIsFoundAsAService() {
    List<Engine> engines =
        ServiceLoader.load(Engine.class).stream().map(ServiceLoader.Provider::get).toList();
    assertEquals(List.of(EngineName.JCSTRESS), engines.stream().map(Engine::name).toList());
  }

  @Test
  void whatIsNotSeenIsNotCalledAnythingElse() {
    FakeForks forks = FakeForks.showing(FakeForks.HELD);
    Verdict verdict = engine(forks).judge(HOLDS);
    assertEquals(
        new Verdict.NotSeen(2000, List.of(new Verdict.Reached("the flag is seen", 2000))), verdict);
    assertEquals(2, forks.forksOf(HOLDS.key()));
  }

  @Test
  void whatIsSeenIsAViolationWithItsCounts() {
    FakeForks forks = FakeForks.showing(FakeForks.BROKEN);
    Verdict.Violated verdict = assertInstanceOf(Verdict.Violated.class, engine(forks).judge(HOLDS));
    assertEquals(2000, verdict.samples());
    assertEquals(6, verdict.hits());
    assertEquals(List.of(new Verdict.Reached("the flag is seen", 1994)), verdict.reached());
    assertEquals("gfn 3 is lost", verdict.counterexample().message());
    assertTrue(verdict.counterexample().text().startsWith("seen in 6 of 2,000 samples"));
  }

  @Test
  void aClaimThatExpectsAViolationIsSampledUntilTheFirstHit() {
    FakeForks forks = FakeForks.showing(FakeForks.BROKEN);
    assertInstanceOf(Verdict.Violated.class, engine(forks).judge(RACES));
    assertEquals(1, forks.forksOf(RACES.key()));
  }

  @Test
  void andForTenBudgetsAtMost() {
    FakeForks forks = FakeForks.showing(FakeForks.HELD);
    assertInstanceOf(Verdict.NotSeen.class, engine(forks).judge(RACES));
    assertEquals(20, forks.forksOf(RACES.key()));
  }

  @Test
  void aForkThatRanNothingIsAFailure() {
    assertEquals(
        new Verdict.Failed("a fork ran no sample"),
        engine(FakeForks.showing(Map.of())).judge(HOLDS));
  }

  @Test
  void whoseSelfCheckSeesNothingFailsEveryClaim() {
    for (int actors : TestClasses.actors()) {
      String blind = Twin.weak(actors).key();
      FakeForks forks =
          new FakeForks(
              (key, number, plan) ->
                  FakeForks.normal(
                      plan,
                      key.equals(blind) ? FakeForks.HELD : FakeForks.twinOr(key, FakeForks.HELD)));
      StressEngine engine = engine(forks);
      for (Claim claim : List.of(HOLDS, RACES)) {
        Verdict.Failed failed = assertInstanceOf(Verdict.Failed.class, engine.judge(claim));
        assertTrue(failed.reason().contains(blind + " loses bits"), failed.reason());
      }
      assertEquals(0, forks.forksOf(HOLDS.key()));
      assertEquals(20, forks.forksOf(blind), "the self-check runs once");
    }
  }

  @Test
  void whoseSelfCheckSeesWhatIsNotThereFailsToo() {
    FakeForks forks =
        new FakeForks((key, number, plan) -> FakeForks.normal(plan, FakeForks.BROKEN));
    Verdict.Failed failed = assertInstanceOf(Verdict.Failed.class, engine(forks).judge(HOLDS));
    assertTrue(failed.reason().contains("loses no bit"), failed.reason());
  }

  @Test
  void aTestThatJcstressDoesNotKnowFailsEveryClaim() {
    StressEngine engine =
        new StressEngine(
            new Sampler(FakeForks.showing(FakeForks.HELD), new Budget(2, 100, 10, 1), List.of()),
            Map.of("org.lostbit.stress.Actors2", 2));
    Verdict.Failed failed = assertInstanceOf(Verdict.Failed.class, engine.judge(HOLDS));
    assertTrue(failed.reason().contains("list of tests"), failed.reason());
  }

  @Test
  void aStartStateThatCannotBeBuiltIsAFailure() {
    Verdict verdict =
        engine(FakeForks.showing(FakeForks.HELD)).judge(SampleClaims.of(SampleClaims.UNBUILDABLE));
    Verdict.Failed failed = assertInstanceOf(Verdict.Failed.class, verdict);
    assertTrue(failed.reason().contains("no memory"), failed.reason());
  }

  @Test
  void oneThreadCannotRace() {
    FakeForks forks = FakeForks.showing(FakeForks.HELD);
    assertInstanceOf(
        Verdict.NotSuited.class, engine(forks).judge(SampleClaims.of(SampleClaims.ALONE)));
    assertEquals(List.of(), forks.plans);
  }
}
