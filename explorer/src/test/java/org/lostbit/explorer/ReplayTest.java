package org.lostbit.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lostbit.claims.Run;
import org.lostbit.claims.verdict.Counterexample;
import org.lostbit.explorer.Small.Thing;
import org.lostbit.explorer.search.Budget;
import org.lostbit.explorer.trace.MalformedSchedule;
import org.lostbit.explorer.trace.Schedule;
import org.lostbit.model.memory.Memory;
import org.lostbit.model.memory.Violation;

/** A schedule string that was published leads to the same place, or says why it cannot. */
final class ReplayTest {
  private static final Budget BUDGET = Budget.standard();

  /** Two increments, the second thread's behind an event, and a fence that tests may add. */
  private static Run increments(boolean fence) {
    Thing g = new Thing("g");
    return new Small()
        .thread(
            "VCPU 0",
            t -> {
              if (fence) {
                Memory.smpMb();
              }
              g.word.writeOnce(g.word.readOnce() + 1);
            })
        .thread(
            "VMM",
            t -> {
              if (Memory.choose("copy fault")) {
                g.word.writeOnce(g.word.readOnce() + 1);
              }
            })
        .ending(
            () ->
                g.word.readOnce() == 1 && g.word.readOnce() != 2
                    ? Optional.of(new Violation(Violation.Kind.ASSERTION, "one is lost"))
                    : Optional.empty())
        .outcome(() -> "sum " + g.word.readOnce())
        .run();
  }

  private static Replayed replay(String text) {
    return Explorer.replay(Schedule.parse(text), () -> increments(false), BUDGET);
  }

  private static String withoutDigest(String schedule) {
    return schedule.substring(0, schedule.indexOf('#'));
  }

  private static String refusal(String text) {
    return assertThrows(MalformedSchedule.class, () -> replay(text)).getMessage();
  }

  @Test
  void everyCounterexampleOfGeneratedProgramsReplaysToItself() {
    int replayed = 0;
    for (int i = 0; i < 250; i++) {
      Generated program = new Generated(77_000 + i, 6 + i % 4);
      if (Explorer.explore("Generated/" + i, program::run, BUDGET)
          instanceof Exploration.Broken broken) {
        Counterexample published = broken.counterexample();
        Replayed again =
            Explorer.replay(Schedule.parse(published.schedule()), program::run, BUDGET);
        assertEquals(Optional.of(published), again.counterexample(), program.toString());
        assertEquals(Optional.empty(), again.stale());
        assertEquals(published.schedule(), Schedule.parse(published.schedule()).toString());
        replayed++;
      }
    }
    assertTrue(replayed > 30, "only " + replayed + " programs broke a property");
  }

  @Test
  void aTakenEventIsInLine() {
    Exploration.Broken broken =
        (Exploration.Broken) Explorer.explore("S/k", () -> increments(false), BUDGET);
    // The event need not happen: one increment alone leaves 1 as well.
    assertEquals("S/k@VCPU0:2.VMM1", withoutDigest(broken.counterexample().schedule()));
    Replayed taken = replay("S/k@VMM1!COPYFAULT.VMM1.VCPU0:2.VMM1#0000");
    assertEquals("one is lost", taken.counterexample().orElseThrow().message());
    assertTrue(
        taken
            .counterexample()
            .orElseThrow()
            .schedule()
            .startsWith("S/k@VMM1!COPYFAULT.VMM1.VCPU0:2.VMM1#"));
    assertEquals("event copy fault happens", taken.steps().get(0).operation());
  }

  @Test
  void aScheduleThatBreaksNothingSaysWhereItEnds() {
    Replayed whole = replay("S/k@VMM1!COPYFAULT.VMM2.VCPU0:2#0000");
    assertFalse(whole.counterexample().isPresent());
    assertEquals("everybody has ended: sum 2", whole.ending());
    assertEquals(
        "it stops in the middle; VCPU 0, VMM can go on",
        replay("S/k@VMM1!COPYFAULT#0000").ending());
  }

  @Test
  void aStaleDigestSaysSoAndNamesTheStep() {
    List<String> published = new ArrayList<>();
    published.add(
        replay("S/k@VMM1!COPYFAULT.VMM1.VCPU0:2.VMM1#0000")
            .counterexample()
            .orElseThrow()
            .schedule());
    Replayed changed =
        Explorer.replay(Schedule.parse(published.get(0)), () -> increments(true), BUDGET);
    String stale = changed.stale().orElseThrow();
    assertTrue(stale.startsWith("the digest #"), stale);
    assertTrue(stale.contains("the first step that differs is not after step 5"), stale);
    assertTrue(stale.contains("which now is VCPU 0: READ_ONCE(g->word)"), stale);
  }

  @Test
  void whatCannotBeReadOrRunIsRefusedInOneSentence() {
    assertEquals(
        "\"VMM2\" is no schedule; write Scenario/kernel@VMM2.VCPU2.VMM4#3f9a", refusal("VMM2"));
    assertEquals(
        "\"vmm\" in the schedule \"S/k@vmm#0000\" is no run; write the thread's name in upper case"
            + " and a count, such as VMM2, or VCPU0:2 after a digit",
        refusal("S/k@vmm#0000"));
    assertEquals(
        "\"VMM0\" in the schedule \"S/k@VMM0#0000\" does nothing; leave it out",
        refusal("S/k@VMM0#0000"));
    assertEquals(
        "the schedule \"S/k@QEMU1#0000\" does not run: at run 1 (QEMU1) there is no such thread;"
            + " the threads are VCPU0, VMM, LAST",
        refusal("S/k@QEMU1#0000"));
    assertEquals(
        "the schedule \"S/k@VMM1.VMM1#0000\" does not run: at run 2 (VMM1) VMM has ended after 0"
            + " operations",
        refusal("S/k@VMM1.VMM1#0000"));
    assertEquals(
        "the schedule \"S/k@VMM1!ENOMEM#0000\" does not run: at run 1 (VMM1!ENOMEM) operation 1 is"
            + " event copy fault, not ENOMEM",
        refusal("S/k@VMM1!ENOMEM#0000"));
  }

  @Test
  void aBlockedThreadSaysWhatItWaitsFor() {
    String refusal =
        assertThrows(
                MalformedSchedule.class,
                () ->
                    Explorer.replay(
                        Schedule.parse("S/k@A1.B1#0000"),
                        () -> {
                          Thing g = new Thing("g");
                          return new Small()
                              .thread("A", t -> g.word.awaitCas(0, 1))
                              .thread("B", t -> g.word.awaitCas(0, 2))
                              .run();
                        },
                        BUDGET))
            .getMessage();
    assertEquals(
        "the schedule \"S/k@A1.B1#0000\" does not run: at run 2 (B1) after 0 operations B waits in"
            + " await_cmpxchg(&g->word, 0x0, 0x2), which is 0x1",
        refusal);
  }
}
