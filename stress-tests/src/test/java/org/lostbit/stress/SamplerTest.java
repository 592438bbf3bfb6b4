package org.lostbit.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lostbit.claims.Claim;
import org.openjdk.jcstress.FrontEnd;

/** Fork after fork. */
class SamplerTest {
  private static final Budget BUDGET = new Budget(2, 100, 10, 1);
  private static final Claim CLAIM = SampleClaims.of(SampleClaims.LATE_RACE);
  private static final String TEST = Actors2.class.getName();

  private static Tally sample(Forks forks, int count, boolean untilHit) {
    return new Sampler(forks, BUDGET, List.of("-Dinherited=1"))
        .sample(CLAIM, TEST, 1, count, untilHit);
  }

  @Test
  void theFirstForkWithAHitIsTheLast() {
    FakeForks forks =
        new FakeForks(
            (key, number, plan) ->
                FakeForks.normal(plan, number == 3 ? FakeForks.BROKEN : FakeForks.HELD));
    Tally tally = sample(forks, 20, true);
    assertEquals(4, tally.forks());
    assertEquals(3, tally.hits());
    assertEquals(4000, tally.samples());
  }

  @Test
  void withoutAHitAllForksRun() {
    assertEquals(20, sample(FakeForks.showing(FakeForks.HELD), 20, true).forks());
  }

  @Test
  void whereNoHitIsExpectedAHitEndsNothing() {
    assertEquals(6, sample(FakeForks.showing(FakeForks.BROKEN), 2, false).hits());
  }

  @Test
  void theForkIsToldItsClaimAndEverySecondOneShufflesItsCode() {
    FakeForks forks = FakeForks.showing(FakeForks.HELD);
    Tally unused = sample(forks, 2, false);
    for (FrontEnd.Plan plan : forks.plans) {
      assertEquals(TEST, plan.test());
      assertEquals(100, plan.millis());
      assertTrue(plan.jvmArgs().contains("-Dlostbit.stress.claim=" + SampleClaims.LATE_RACE));
      assertTrue(plan.jvmArgs().contains("-Dlostbit.wait=spin"));
      assertTrue(plan.jvmArgs().contains("-Dinherited=1"));
    }
    assertFalse(forks.plans.get(0).jvmArgs().contains("-XX:+StressLCM"));
    assertTrue(forks.plans.get(1).jvmArgs().contains("-XX:+StressLCM"));
  }

  @Test
  void testsRunMustBeTestsDeclared() {
    assertTrue(trouble((key, number, plan) -> List.of()).contains("ran []"));
    assertTrue(
        trouble(
                (key, number, plan) ->
                    List.of(
                        FakeForks.normal(plan, FakeForks.HELD).get(0),
                        FakeForks.normal(plan, FakeForks.HELD).get(0)))
            .startsWith("jcstress was asked for one fork"));
    assertTrue(
        trouble(
                (key, number, plan) ->
                    List.of(new FrontEnd.Outcome("Other", "NORMAL", FakeForks.HELD, List.of())))
            .startsWith("jcstress was asked for one fork"));
  }

  @Test
  void aForkThatDiesIsTroubleAndCountsNothing() {
    String trouble =
        trouble(
            (key, number, plan) ->
                List.of(
                    new FrontEnd.Outcome(
                        TEST, "VM_ERROR", FakeForks.HELD, List.of("Failed with error code 1"))));
    assertEquals("a fork ended with VM_ERROR: Failed with error code 1", trouble);
  }

  @Test
  void aForkThatHangsSaysWhere() {
    String trouble =
        trouble(
            (key, number, plan) ->
                List.of(
                    new FrontEnd.Outcome(
                        TEST,
                        "VM_ERROR",
                        Map.of(),
                        List.of("Failed with error code 70", Watch.MARK + "A stands at B"))));
    assertEquals("a fork was ended because its threads hang: A stands at B", trouble);
  }

  @Test
  void whatJcstressThrowsIsTrouble() {
    Tally tally =
        sample(
            plan -> {
              throw new IOException("no socket");
            },
            5,
            false);
    assertEquals(1, tally.forks());
    assertTrue(tally.trouble().get(0).contains("no socket"));
  }

  private static String trouble(FakeForks.Answer answer) {
    Tally tally = sample(new FakeForks(answer), 5, false);
    assertEquals(0, tally.samples());
    assertEquals(1, tally.forks(), "no fork follows one that went wrong");
    return tally.trouble().get(0);
  }
}
