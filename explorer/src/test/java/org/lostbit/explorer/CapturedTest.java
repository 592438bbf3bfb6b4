package org.lostbit.explorer;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.lostbit.explorer.Small.Thing;
import org.lostbit.explorer.search.Budget;
import org.lostbit.explorer.tree.BrokenModel;
import org.lostbit.model.memory.Ghost;
import org.lostbit.model.memory.Step;
import org.lostbit.model.memory.Word;

/** A step that reads what another step left in a captured variable is refused. */
final class CapturedTest {
  private static void refused(Supplier<Small> program) {
    String message =
        assertThrows(
                BrokenModel.class,
                () -> Explorer.explore(() -> program.get().run(), Budget.standard()))
            .getMessage();
    assertTrue(message.contains("is not deterministic"), message);
    assertTrue(message.contains("left in a captured variable"), message);
  }

  @Test
  void aValueThatIsWrittenInTheNextStep() {
    refused(
        () -> {
          Thing g = new Thing("g");
          Word to = g.also("to", 0);
          long[] kept = {0};
          return new Small()
              .steps(
                  "READER",
                  Small.once(t -> kept[0] = g.word.readOnce()),
                  Small.once(t -> to.writeOnce(kept[0])))
              .thread("WRITER", t -> g.word.writeOnce(1));
        });
  }

  @Test
  void aValueThatIsUsedAfterAnAnswer() {
    refused(
        () -> {
          Thing g = new Thing("g");
          Word to = g.also("to", 0);
          Word gate = g.also("gate", 0);
          long[] kept = {0};
          return new Small()
              .steps(
                  "READER",
                  Small.once(t -> kept[0] = g.word.readOnce()),
                  Small.once(
                      t -> {
                        if (gate.readOnce() == 0) {
                          to.writeOnce(kept[0]);
                        }
                      }))
              .thread("WRITER", t -> g.word.writeOnce(1))
              .thread("KEEPER", t -> gate.writeOnce(1));
        });
  }

  @Test
  void aValueThatIsUsedTwoStepsLater() {
    refused(
        () -> {
          Thing g = new Thing("g");
          Word to = g.also("to", 0);
          long[] kept = {0};
          return new Small()
              .steps(
                  "READER",
                  Small.once(t -> kept[0] = g.word.readOnce()),
                  Small.once(t -> to.writeOnce(7)),
                  Small.once(t -> to.writeOnce(kept[0])))
              .thread("WRITER", t -> g.word.writeOnce(1));
        });
  }

  @Test
  void aValueThatIsNotedAtTheEndOfALaterStep() {
    refused(
        () -> {
          Thing g = new Thing("g");
          Ghost ghost = new Ghost(g, "ghost", 0);
          long[] kept = {0};
          return new Small()
              .steps(
                  "READER",
                  Small.once(t -> kept[0] = g.word.readOnce()),
                  Small.once(
                      t -> {
                        g.word.readOnce();
                        ghost.note(kept[0]);
                      }))
              .thread("WRITER", t -> g.word.writeOnce(1));
        });
  }

  @Test
  void aCounterOfRounds() {
    refused(
        () -> {
          Thing g = new Thing("g");
          Word to = g.also("to", 0);
          int[] rounds = {0};
          return new Small()
              .steps(
                  "POLLER",
                  t -> {
                    to.writeOnce(g.word.readOnce());
                    return ++rounds[0] < 5 ? Step.Progress.AGAIN : Step.Progress.NEXT;
                  })
              .thread("WRITER", t -> g.word.writeOnce(1));
        });
  }

  @Test
  void whatIsKeptInACellIsFine() {
    assertInstanceOf(
        Exploration.Exhausted.class,
        Explorer.explore(
            () -> {
              Thing g = new Thing("g");
              Word to = g.also("to", 0);
              Word kept = g.also("kept", 0);
              return new Small()
                  .steps(
                      "READER",
                      Small.once(t -> kept.writePlain(g.word.readOnce())),
                      Small.once(t -> to.writeOnce(kept.readPlain())))
                  .thread("WRITER", t -> g.word.writeOnce(1))
                  .run();
            },
            Budget.standard()));
  }
}
