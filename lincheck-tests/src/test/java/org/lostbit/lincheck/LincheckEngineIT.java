package org.lostbit.lincheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.lostbit.claims.Claim;
import org.lostbit.claims.engine.Engine;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.model.memory.Violation;

class LincheckEngineIT {
  private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
  private final LincheckEngine engine =
      new LincheckEngine(300, new PrintStream(notes, true, StandardCharsets.UTF_8));

  @Test
  void aServiceLoaderFindsIt() {
    assertTrue(
        ServiceLoader.load(Engine.class).stream().anyMatch(p -> p.type() == LincheckEngine.class));
  }

  @Test
  void aLostBitIsFoundWithItsTrace() {
    Verdict.Violated violated = violated(SmallClaims.nonAtomicMarks(), Violation.Kind.LOST_PAGE);
    String trace = violated.counterexample().text();
    assertTrue(trace.contains("nonAtomicSetBit") && trace.contains("switch"), trace);
    assertTrue(!trace.contains("Detailed trace"), trace);
  }

  @Test
  void aBitLostAmongThreeThreadsIsFound() {
    violated(SmallClaims.forgottenLock(3), Violation.Kind.LOST_PAGE);
  }

  @Test
  void aValueThatComesAfterItsFlagIsFound() {
    violated(SmallClaims.earlyHandOver(), Violation.Kind.LOST_PAGE);
  }

  @Test
  void threadsThatWaitForEachOtherAreADeadlock() {
    violated(SmallClaims.deadlock(), Violation.Kind.DEADLOCK);
  }

  @Test
  void aViolationInsideAThreadIsNotADeadlockOfTheOthers() {
    violated(SmallClaims.holderLeaves(), Violation.Kind.ASSERTION);
  }

  @Test
  void aSpinLockHolds() {
    notSeen(SmallClaims.lockedMarks(2));
    notSeen(SmallClaims.lockedMarks(3));
  }

  @Test
  void aHandOverHolds() {
    notSeen(SmallClaims.handOver());
  }

  @Test
  void whatIsLeftOutOfTheBudgetIsSaidButNothingIsProved() {
    Verdict.NotSeen seen = notSeen(SmallClaims.atomicMarks());
    assertTrue(seen.samples() < 300);
    String said = notes.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains(seen.samples() + " invocations; that is no proof"), said);
    assertEquals(seen.samples(), seen.reached().get(0).count());
  }

  @Test
  void whatTheModelThrowsIsAFailure() {
    Verdict.Failed failed =
        assertInstanceOf(Verdict.Failed.class, engine.judge(SmallClaims.throwing()));
    assertTrue(failed.reason().contains("no such slot"), failed.reason());
  }

  @Test
  void aLoopWithoutEndIsAFailure() {
    Verdict.Failed failed =
        assertInstanceOf(Verdict.Failed.class, engine.judge(SmallClaims.endless()));
    assertTrue(failed.reason().contains("Lincheck reports"), failed.reason());
  }

  @Test
  void theSameSearchSeesTheSame() {
    Search one = Search.of(SmallClaims.nonAtomicMarks(), 200, false);
    Search two = Search.of(SmallClaims.nonAtomicMarks(), 200, false);
    assertEquals(one.sampling().invocations(), two.sampling().invocations());
    assertEquals(one.sampling().hits(), two.sampling().hits());
    assertEquals(one.sampling().firstHit(), two.sampling().firstHit());
  }

  private Verdict.Violated violated(Claim claim, Violation.Kind kind) {
    Verdict.Violated violated = assertInstanceOf(Verdict.Violated.class, engine.judge(claim));
    assertEquals(kind, violated.counterexample().kind());
    assertTrue(violated.samples() >= 1);
    return violated;
  }

  private Verdict.NotSeen notSeen(Claim claim) {
    return assertInstanceOf(Verdict.NotSeen.class, engine.judge(claim));
  }
}
