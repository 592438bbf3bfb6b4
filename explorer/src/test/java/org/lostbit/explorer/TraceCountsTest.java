package org.lostbit.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.lostbit.explorer.Small.Thing;
import org.lostbit.explorer.search.BruteForce;
import org.lostbit.explorer.search.SleepSets;
import org.lostbit.explorer.search.SourceDpor;
import org.lostbit.explorer.tree.ExplorationThread;
import org.lostbit.explorer.tree.Trees;
import org.lostbit.model.memory.Word;

/** Programs whose number of Mazurkiewicz traces is known by hand. */
final class TraceCountsTest {
  private static final long LIMIT = 1_000_000;

  private static void assertTraces(long expected, Supplier<Small> program) {
    assertEquals(
        expected,
        count(
            program,
            trees -> {
              BruteForce search = new BruteForce(trees, LIMIT);
              search.run();
              return search.traces();
            }),
        "normal forms of brute force");
    assertEquals(
        expected,
        count(
            program,
            trees -> {
              SleepSets search = new SleepSets(trees, LIMIT);
              search.run();
              return search.complete();
            }),
        "sleep sets");
    assertEquals(
        expected,
        count(
            program,
            trees -> {
              SourceDpor search = new SourceDpor(trees, LIMIT);
              search.run();
              return search.complete();
            }),
        "source-DPOR");
  }

  private static long count(Supplier<Small> program, ToLongFunction<Trees> search) {
    List<Long> answer = new ArrayList<>();
    new ExplorationThread(
            () -> answer.add(search.applyAsLong(new Trees(() -> program.get().run(), true, 1_000))))
        .runToEnd();
    return answer.get(0);
  }

  @Test
  void independentThreadsAreOneTrace() {
    assertTraces(
        1,
        () -> {
          Small small = new Small();
          for (int t = 0; t < 3; t++) {
            Thing own = new Thing("own" + t);
            small.thread(
                "T" + t,
                actor -> {
                  own.word.writeOnce(1);
                  own.word.writeOnce(2);
                });
          }
          return small;
        });
  }

  /** Of the four ways to order the two pairs, the one that is a cycle cannot happen. */
  @Test
  void storeBufferingIsThreeTraces() {
    assertTraces(
        3,
        () -> {
          Thing g = new Thing("g");
          Word x = g.also("x", 0);
          Word y = g.also("y", 0);
          return new Small()
              .thread(
                  "P0",
                  t -> {
                    x.writeOnce(1);
                    y.readOnce();
                  })
              .thread(
                  "P1",
                  t -> {
                    y.writeOnce(1);
                    x.readOnce();
                  });
        });
  }

  /** Six interleavings, of which two pairs differ in the order of the reads only. */
  @Test
  void twoUnlockedIncrementsAreFourTraces() {
    assertTraces(
        4,
        () -> {
          Thing g = new Thing("g");
          Small small = new Small();
          for (int t = 0; t < 2; t++) {
            small.thread("T" + t, actor -> g.word.writeOnce(g.word.readOnce() + 1));
          }
          return small;
        });
  }

  @Test
  void threeLockHoldersAreSixTraces() {
    assertTraces(
        6,
        () -> {
          Thing lock = new Thing("lock");
          Thing g = new Thing("g");
          Small small = new Small();
          for (int t = 0; t < 3; t++) {
            small.thread(
                "T" + t,
                actor -> {
                  lock.word.awaitCas(0, 1);
                  g.word.writePlain(g.word.readPlain() + 1);
                  lock.word.storeRelease(0);
                });
          }
          return small;
        });
  }

  /** Each way to share the forks is one trace, and one of them is the deadlock. */
  @Test
  void philosophersAgreeOnHowOftenTheyStarve() {
    Supplier<Small> table =
        () -> {
          Thing[] fork = {new Thing("fork0"), new Thing("fork1"), new Thing("fork2")};
          Small small = new Small();
          for (int t = 0; t < 3; t++) {
            Thing left = fork[t];
            Thing right = fork[(t + 1) % 3];
            small.thread(
                "T" + t,
                actor -> {
                  left.word.awaitCas(0, 1);
                  right.word.awaitCas(0, 1);
                  right.word.storeRelease(0);
                  left.word.storeRelease(0);
                });
          }
          return small;
        };
    // Each fork goes first to one of its two neighbours: 8 ways. In one of them everybody holds the
    // left fork and starves; the opposite one, everybody's right fork first, is a cycle in time.
    assertTraces(7, table);
    assertEquals(
        1,
        count(
            table,
            trees -> {
              SourceDpor search = new SourceDpor(trees, LIMIT);
              return search.run().deadlocks();
            }));
  }
}
