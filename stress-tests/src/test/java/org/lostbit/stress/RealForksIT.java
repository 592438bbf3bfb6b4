package org.lostbit.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lostbit.claims.MemoryModel;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.model.memory.Violation;
import org.openjdk.jcstress.FrontEnd;

/** The engine on real forks of jcstress; its self-check of 2, 3 and 4 actors comes first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealForksIT {
  private final StressEngine engine = engine();

  private static StressEngine engine() {
    List<String> flags = new ArrayList<>(SampleClaims.flags());
    flags.add("-D" + Watch.PATIENCE_PROPERTY + "=3");
    return new StressEngine(
        new Sampler(FrontEnd::run, new Budget(1, 300, 10, 1), flags), FrontEnd.declared());
  }

  private Verdict judge(String key) {
    return engine.judge(SampleClaims.of(key));
  }

  @Test
  void theEngineSeesWhatIsThereAndNothingElse() {
    Verdict.Violated late = assertInstanceOf(Verdict.Violated.class, judge(SampleClaims.LATE_RACE));
    assertTrue(late.hits() > 0 && late.samples() > late.hits());

    Verdict.NotSeen ordered =
        assertInstanceOf(Verdict.NotSeen.class, judge(SampleClaims.MESSAGE_PASSING));
    assertTrue(ordered.samples() > 0);

    Verdict.Violated thrown =
        assertInstanceOf(Verdict.Violated.class, judge(SampleClaims.THROWS_WITH_LOCK));
    assertEquals(thrown.samples(), thrown.hits());
    assertEquals(Violation.Kind.SLEEP_IN_ATOMIC, thrown.counterexample().kind());
    assertEquals(thrown.hits(), thrown.reached().get(0).count());

    Verdict.Failed wrong =
        assertInstanceOf(Verdict.Failed.class, judge(SampleClaims.THROWS_SOMETHING_ELSE));
    assertTrue(wrong.reason().contains("not in this kernel"), wrong.reason());

    Verdict.Failed hangs = assertInstanceOf(Verdict.Failed.class, judge(SampleClaims.DEADLOCK));
    assertTrue(hangs.reason().contains("its threads hang"), hangs.reason());
    assertTrue(hangs.reason().contains("SampleClaims"), hangs.reason());
  }

  @Test
  void storesAreSeenToBeBufferedWhereTheHostBuffersThem() {
    assumeTrue(MemoryModel.ofHost() == MemoryModel.TSO);
    assertInstanceOf(Verdict.Violated.class, judge(SampleClaims.STORE_BUFFERING));
  }
}
