package org.lostbit.claims;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Program;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Step;
import org.lostbit.model.memory.Violation;
import org.lostbit.model.memory.Word;

/**
 * The word of the log by itself: two markers and a harvester, with no kernel around them. What is
 * atomic here is all that keeps a bit.
 */
final class LogWord {
  private static final long BOTH_BITS = 3;

  private LogWord() {}

  /** Atomic marks and an exchange, as v3.5 does it. */
  static final Primitive ATOMIC =
      logWord(
          "LW1",
          "LogWord",
          "Two markers set a bit each while a harvester exchanges the word for 0: is a bit lost?",
          word -> word.setBit(0),
          word -> word.testAndSetBitIgnored(1),
          word -> word.xchg(0));

  /** The harvester loads the word and stores 0. */
  static final Primitive READ_THEN_ZERO =
      logWord(
          "LW2",
          "LogWordReadThenZero",
          "Two markers set a bit each while a harvester loads the word and stores 0: is a bit lost?",
          word -> word.setBit(0),
          word -> word.testAndSetBitIgnored(1),
          word -> {
            long taken = word.readPlain();
            word.writePlain(0);
            return taken;
          });

  /** The markers are not atomic. */
  static final Primitive NON_ATOMIC_MARKS =
      logWord(
          "LW3",
          "LogWordNonAtomicMarks",
          "Two markers set a bit each by load, or and store while a harvester exchanges the word for 0:"
              + " is a bit lost?",
          word -> word.nonAtomicSetBit(0),
          word -> word.nonAtomicSetBit(1),
          word -> word.xchg(0));

  private static Primitive logWord(
      String id,
      String scenario,
      String question,
      Consumer<Word> first,
      Consumer<Word> second,
      ToLongFunction<Word> harvest) {
    return new Primitive(
        id,
        scenario,
        question,
        "MARKER A: bit 0; MARKER B: bit 1; HARVESTER: the word, once; then a last harvest",
        Violation.Kind.LOST_PAGE,
        List.of("MARKER A", "MARKER B", "HARVESTER"),
        () -> new Log().run(first, second, harvest));
  }

  /** The word, and what was harvested from it. */
  private static final class Log extends Shared {
    private final Word word = new Word(this, "dirty_bitmap", 0);
    private final Word early = new Word(this, "harvested_early", 0);
    private final Word late = new Word(this, "harvested_late", 0);

    Log() {
      super("log");
    }

    Run run(Consumer<Word> first, Consumer<Word> second, ToLongFunction<Word> harvest) {
      return new Run(
          List.of(
              program(0, "MARKER A", () -> first.accept(word)),
              program(1, "MARKER B", () -> second.accept(word)),
              program(2, "HARVESTER", () -> early.writePlain(harvest.applyAsLong(word)))),
          program(3, "FINAL", () -> late.writePlain(word.xchg(0))),
          this::lost,
          List.of(
              new Run.Interest("the harvester takes one bit", this::oneEarly),
              new Run.Interest("a bit waits for the last harvest", () -> late.readPlain() != 0)),
          () -> "early=" + early.readPlain() + " late=" + late.readPlain());
    }

    private boolean oneEarly() {
      return Long.bitCount(early.readPlain()) == 1;
    }

    private static Program program(int index, String name, Runnable act) {
      Step step =
          actor -> {
            act.run();
            return Step.Progress.NEXT;
          };
      return new Program(new Actor(index, name), List.of(step));
    }

    private Optional<Violation> lost() {
      long missing = BOTH_BITS & ~(early.readPlain() | late.readPlain());
      return missing == 0
          ? Optional.empty()
          : Optional.of(
              new Violation(
                  Violation.Kind.LOST_PAGE,
                  "bit " + Long.numberOfTrailingZeros(missing) + " was set and never harvested"));
    }
  }
}
