package org.lostbit.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.lostbit.claims.verdict.Counterexample;
import org.lostbit.explorer.Small.Thing;
import org.lostbit.explorer.search.Budget;
import org.lostbit.explorer.trace.Schedule;
import org.lostbit.model.memory.Step;
import org.lostbit.model.memory.Until;
import org.lostbit.model.memory.Violation;
import org.lostbit.model.memory.Word;

/** A search that is finished has found a way to an end from every state. */
final class ProgressTest {
  private static final Budget BUDGET = Budget.standard();

  private static Counterexample lost(Supplier<Small> program) {
    Exploration.Broken broken =
        assertInstanceOf(
            Exploration.Broken.class,
            Explorer.explore("Test/none", () -> program.get().run(), BUDGET));
    Counterexample shown = broken.counterexample();
    assertEquals(Violation.Kind.DEADLOCK, shown.kind());
    assertFalse(shown.shortest());
    Replayed again =
        Explorer.replay(Schedule.parse(shown.schedule()), () -> program.get().run(), BUDGET);
    assertEquals(Optional.of(shown), again.counterexample());
    return shown;
  }

  private static Step poll(Word cell, long enough) {
    return actor -> cell.readOnce() < enough ? Step.Progress.AGAIN : Step.Progress.NEXT;
  }

  @Test
  void aPollerThatNobodyServesIsLost() {
    Counterexample shown =
        lost(
            () -> {
              Thing g = new Thing("g");
              return new Small()
                  .steps("POLLER", poll(g.word, 1))
                  .thread("OTHER", t -> g.word.writeOnce(0));
            });
    assertEquals(
        "there is no way to the end: POLLER goes on for ever from READ_ONCE(g->word), which is 0x0",
        shown.message());
  }

  @Test
  void aDeadlockBesideAPollerIsFound() {
    Counterexample shown =
        lost(
            () -> {
              Thing g = new Thing("g");
              Word first = g.also("first", 0);
              Word second = g.also("second", 0);
              return new Small()
                  .thread(
                      "A",
                      t -> {
                        first.await(Until.EQUAL, 1);
                        second.writeOnce(1);
                        g.word.writeOnce(1);
                      })
                  .thread(
                      "B",
                      t -> {
                        second.await(Until.EQUAL, 1);
                        first.writeOnce(1);
                      })
                  .steps("VCPU", poll(g.word, 1));
            });
    assertEquals(
        "there is no way to the end: A waits in await(g->first == 0x1), which is 0x0; B waits in"
            + " await(g->second == 0x1), which is 0x0; VCPU goes on for ever from"
            + " READ_ONCE(g->word), which is 0x0",
        shown.message());
    assertTrue(shown.steps().size() <= 2, "one round is told, not " + shown.steps().size());
  }

  @Test
  void aDeadlockOfSomeExecutionsBesideAPollerIsFound() {
    Counterexample shown =
        lost(
            () -> {
              Thing g = new Thing("g");
              Word left = g.also("left", 0);
              Word right = g.also("right", 0);
              return new Small()
                  .thread("A", t -> both(left, right, g.word))
                  .thread("B", t -> both(right, left, g.word))
                  .steps("VCPU", poll(g.word, 2));
            });
    assertTrue(shown.message().contains("A waits in await_cmpxchg(&g->right"), shown.message());
  }

  private static void both(Word first, Word second, Word done) {
    first.awaitCas(0, 1);
    second.awaitCas(0, 1);
    second.storeRelease(0);
    first.storeRelease(0);
    done.fetchAdd(1);
  }

  @Test
  void aPollerThatIsServedIsNot() {
    Exploration found = Explorer.explore(() -> served().run(), BUDGET);
    Exploration.Exhausted all = assertInstanceOf(Exploration.Exhausted.class, found);
    assertFalse(all.counts().exact(), "nobody counts how often it may poll");
    assertTrue(all.counts().executions() >= 1);
  }

  private static Small served() {
    Thing g = new Thing("g");
    return new Small().steps("POLLER", poll(g.word, 1)).thread("OTHER", t -> g.word.writeOnce(1));
  }

  @Test
  void aGraphTooLargeForTheWalkIsUnfinished() {
    Budget small =
        new Budget(
            BUDGET.states(),
            BUDGET.transitions(),
            BUDGET.depth(),
            BUDGET.afterViolation(),
            1,
            BUDGET.shortest());
    Exploration.CutShort cut =
        assertInstanceOf(Exploration.CutShort.class, Explorer.explore(() -> served().run(), small));
    assertTrue(cut.why().contains("without a way to an end"), cut.why());
  }
}
