package org.lostbit.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.lostbit.explorer.Small.Thing;
import org.lostbit.explorer.search.Budget;
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
