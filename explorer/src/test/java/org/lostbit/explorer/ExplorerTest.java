package org.lostbit.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.lostbit.explorer.Small.Thing;
import org.lostbit.explorer.search.Budget;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Memory;
import org.lostbit.model.memory.Violation;
import org.lostbit.model.memory.Word;

/** Known answers of known programs. */
final class ExplorerTest {
  private static Exploration explore(Supplier<Small> program) {
    return Explorer.explore("Test/none", () -> program.get().run(), Budget.standard());
  }

  @Test
  void storeBufferingNeverLosesBothStoresUnderSc() {
    Exploration found =
        explore(
            () -> {
              Thing g = new Thing("g");
              Word x = g.also("x", 0);
              Word y = g.also("y", 0);
              Word a = g.also("a", 9);
              Word b = g.also("b", 9);
              return new Small()
                  .thread(
                      "P0",
                      p -> {
                        x.writeOnce(1);
                        a.writeOnce(y.readOnce());
                      })
                  .thread(
                      "P1",
                      p -> {
                        y.writeOnce(1);
                        b.writeOnce(x.readOnce());
                      })
                  .outcome(() -> a.readOnce() + "" + b.readOnce());
            });
    Exploration.Exhausted all = assertInstanceOf(Exploration.Exhausted.class, found);
    assertEquals(Map.of("01", 1L, "10", 1L, "11", 1L), all.ends().outcomes());
    assertEquals(6, all.counts().executions());
  }

  @Test
  void lostUpdateIsFound() {
    Exploration found =
        explore(
            () -> {
              Thing g = new Thing("g");
              Small small = new Small();
              for (int i = 0; i < 2; i++) {
                small.thread("T" + i, t -> g.word.writeOnce(g.word.readOnce() + 1));
              }
              return small.ending(
                  () ->
                      g.word.readOnce() == 2
                          ? Optional.empty()
                          : Optional.of(
                              new Violation(Violation.Kind.ASSERTION, "an update is lost")));
            });
    Exploration.Broken broken = assertInstanceOf(Exploration.Broken.class, found);
    assertEquals(2, broken.counterexample().changes());
  }

  @Test
  void opposedLocksDeadlock() {
    Exploration found =
        explore(
            () -> {
              Thing a = new Thing("a");
              Thing b = new Thing("b");
              return new Small().thread("P", t -> both(a, b)).thread("Q", t -> both(b, a));
            });
    Exploration.Broken broken = assertInstanceOf(Exploration.Broken.class, found);
    assertEquals(Violation.Kind.DEADLOCK, broken.counterexample().kind());
  }

  @Test
  void interleavingsOfOneCellAreBinomial() {
    assertEquals(6, writers(2, 2).counts().executions());
    assertEquals(20, writers(2, 3).counts().executions());
    assertEquals(90, writers(3, 2).counts().executions());
  }

  /**
   * Unseen steps count as much as seen ones: three that others can see are fewer than five that
   * not.
   */
  @Test
  void stepsThatNobodySeesAreCounted() {
    Exploration found =
        explore(
            () -> {
              Thing g = new Thing("g");
              Thing own = new Thing("own");
              return new Small()
                  .thread(
                      "A",
                      t -> {
                        boolean unseen = Memory.choose("unseen");
                        for (int i = 0; i < (unseen ? 5 : 3); i++) {
                          (unseen ? own : g).word.writeOnce(i);
                        }
                        throw Memory.violation(Violation.Kind.ASSERTION, "always");
                      })
                  .thread("B", t -> g.word.writeOnce(7));
            });
    Exploration.Broken broken = assertInstanceOf(Exploration.Broken.class, found);
    assertEquals("Test/none@A4", withoutDigest(broken.counterexample().schedule()));
    assertTrue(broken.counterexample().shortest());
  }

  private static String withoutDigest(String schedule) {
    return schedule.substring(0, schedule.indexOf('#'));
  }

  private static Exploration writers(int threads, int stores) {
    return explore(
        () -> {
          Thing g = new Thing("g");
          Small small = new Small();
          for (int t = 0; t < threads; t++) {
            int value = t;
            small.thread(
                "T" + t,
                actor -> {
                  for (int i = 0; i < stores; i++) {
                    g.word.writeOnce(value);
                  }
                });
          }
          return small;
        });
  }

  @Test
  void theMessageOfADeadlockNamesLocksAndOwners() {
    Exploration found =
        explore(
            () -> {
              Thing a = new Thing("a");
              Thing b = new Thing("b");
              return new Small()
                  .thread("P", t -> locked(t, a, b))
                  .thread("Q", t -> locked(t, b, a));
            });
    Exploration.Broken broken = assertInstanceOf(Exploration.Broken.class, found);
    assertEquals(
        "P waits in await_cmpxchg(&b->word, 0x0, 0x1), which is 0x1, b held by Q; Q waits in"
            + " await_cmpxchg(&a->word, 0x0, 0x1), which is 0x1, a held by P",
        broken.counterexample().message());
    assertEquals(Set.of(Violation.Kind.DEADLOCK, Violation.Kind.LOCK_ORDER), broken.kinds());
  }

  private static void locked(Actor actor, Thing first, Thing second) {
    lock(actor, first);
    lock(actor, second);
    for (Thing thing : List.of(second, first)) {
      actor.released(thing.label(), thing.word);
      thing.word.storeRelease(0);
    }
  }

  private static void lock(Actor actor, Thing thing) {
    actor.acquiring(thing.label(), thing.word);
    thing.word.awaitCas(0, 1);
    actor.acquired(thing.label(), thing.word, true);
  }

  private static void both(Thing first, Thing second) {
    first.word.awaitCas(0, 1);
    try {
      second.word.awaitCas(0, 1);
      second.word.storeRelease(0);
    } finally {
      first.word.storeRelease(0);
    }
  }
}
