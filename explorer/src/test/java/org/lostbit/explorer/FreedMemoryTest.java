package org.lostbit.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.lostbit.claims.verdict.Counterexample;
import org.lostbit.explorer.Small.Thing;
import org.lostbit.explorer.search.Budget;
import org.lostbit.explorer.trace.Schedule;
import org.lostbit.model.memory.Ghost;
import org.lostbit.model.memory.Memory;
import org.lostbit.model.memory.Ref;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Violation;

/** What is freed may be touched by nobody: not by looks, and not by a second free. */
final class FreedMemoryTest {
  /** An object without cells. */
  private static final class Bare extends Shared {
    Bare() {
      super("bare");
    }
  }

  private static Optional<Violation> broken(boolean is) {
    return is ? Optional.of(new Violation(Violation.Kind.ASSERTION, "seen")) : Optional.empty();
  }

  private static String misuse(Supplier<Small> program) {
    Exploration.Broken broken =
        assertInstanceOf(
            Exploration.Broken.class,
            Explorer.explore("Test/none", () -> program.get().run(), Budget.standard()));
    Counterexample shown = broken.counterexample();
    assertEquals(Violation.Kind.USE_AFTER_FREE, shown.kind());
    Replayed again =
        Explorer.replay(
            Schedule.parse(shown.schedule()), () -> program.get().run(), Budget.standard());
    assertEquals(Optional.of(shown), again.counterexample());
    return shown.message();
  }

  @Test
  void anObservationThatLooksAtFreedMemory() {
    assertEquals(
        "a property looked at bitmap->word, which is freed",
        misuse(
            () -> {
              Thing g = new Thing("g");
              Ref<Thing> pointer = new Ref<>(g, "pointer", new Thing("bitmap"));
              return new Small()
                  .thread(
                      "A",
                      t -> {
                        Memory.kfree(pointer.readOnce());
                        Memory.observe(() -> broken(!pointer.readOnce().word.testBit(3)));
                      });
            }));
  }

  @Test
  void aFinalCheckThatLooksAtFreedMemory() {
    assertEquals(
        "a property looked at bitmap->word, which is freed",
        misuse(
            () -> {
              Thing g = new Thing("g");
              Ref<Thing> pointer = new Ref<>(g, "pointer", new Thing("bitmap"));
              return new Small()
                  .thread("A", t -> Memory.kfree(pointer.readOnce()))
                  .ending(() -> broken(!pointer.readOnce().word.testBit(3)));
            }));
  }

  @Test
  void anOutcomeThatLooksAtFreedMemory() {
    assertEquals(
        "a property looked at g->word, which is freed",
        misuse(
            () -> {
              Thing g = new Thing("g");
              return new Small()
                  .thread("A", t -> Memory.kfree(g))
                  .outcome(() -> "g " + g.word.readOnce());
            }));
  }

  /** A note is no memory: what it said before and after the free can be read. */
  @Test
  void aGhostOutlivesItsOwner() {
    Exploration found =
        Explorer.explore(
            () -> {
              Thing g = new Thing("g");
              Ghost before = new Ghost(g, "before", 5);
              Ghost after = new Ghost(g, "after", 0);
              return new Small()
                  .thread(
                      "A",
                      t -> {
                        g.word.writeOnce(1);
                        if (Memory.choose("one")) {
                          after.note(1);
                        }
                        Memory.kfree(g);
                        before.note(6);
                      })
                  .outcome(() -> before.value() + " " + after.value())
                  .run();
            },
            Budget.standard());
    assertEquals(
        Map.of("6 0", 1L, "6 1", 1L),
        assertInstanceOf(Exploration.Exhausted.class, found).ends().outcomes());
  }

  @Test
  void aSecondFreeOfAnObjectWithoutCells() {
    assertEquals(
        "A does kfree(bare), which was freed before",
        misuse(
            () ->
                new Small()
                    .thread(
                        "A",
                        t -> {
                          Bare bare = Memory.alloc(Bare::new);
                          Memory.kfree(null);
                          Memory.kfree(bare);
                          Memory.kfree(bare);
                        })));
  }

  @Test
  void twoThreadsThatFreeAnObjectWithoutCells() {
    misuse(
        () -> {
          Bare bare = new Bare();
          return new Small()
              .thread("A", t -> Memory.kfree(bare))
              .thread("B", t -> Memory.kfree(bare));
        });
  }
}
