package org.lostbit.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lostbit.claims.Answer;
import org.lostbit.claims.Claim;
import org.lostbit.claims.ClaimKind;
import org.lostbit.claims.MemoryModel;
import org.lostbit.claims.Run;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Memory;
import org.lostbit.model.memory.Observation;
import org.lostbit.model.memory.Program;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Step;
import org.lostbit.model.memory.Until;
import org.lostbit.model.memory.Violation;
import org.lostbit.model.memory.Word;

/** Small claims on which the engine itself is tested. */
public final class SampleClaims implements Supplier<List<Claim>> {
  static final String STORE_BUFFERING = "S1/relaxed";
  static final String MESSAGE_PASSING = "S2/release-acquire";
  static final String LATE_RACE = "S3/late-race";
  static final String LATE_RACE_OF_3 = "S8/late-race-of-3";
  static final String THROWS_WITH_LOCK = "S4/throws-with-lock";
  static final String THROWS_SOMETHING_ELSE = "S5/throws-something-else";
  static final String DEADLOCK = "S6/deadlock";
  static final String ALONE = "S9/alone";
  static final String UNBUILDABLE = "S7/unbuildable";

  @Override
  public List<Claim> get() {
    return List.of(
        claim(STORE_BUFFERING, Answer.IMPOSSIBLE, Answer.POSSIBLE, 2, SampleClaims::storeBuffering),
        claim(
            MESSAGE_PASSING, Answer.IMPOSSIBLE, Answer.IMPOSSIBLE, 2, SampleClaims::messagePassing),
        claim(LATE_RACE, Answer.POSSIBLE, Answer.POSSIBLE, 2, SampleClaims::lateRace),
        claim(LATE_RACE_OF_3, Answer.POSSIBLE, Answer.POSSIBLE, 3, SampleClaims::lateRaceOf3),
        claim(THROWS_WITH_LOCK, Answer.POSSIBLE, Answer.POSSIBLE, 3, SampleClaims::throwsWithLock),
        claim(
            THROWS_SOMETHING_ELSE,
            Answer.IMPOSSIBLE,
            Answer.IMPOSSIBLE,
            2,
            SampleClaims::throwsSomethingElse),
        claim(DEADLOCK, Answer.IMPOSSIBLE, Answer.IMPOSSIBLE, 2, SampleClaims::deadlock),
        claim(ALONE, Answer.IMPOSSIBLE, Answer.IMPOSSIBLE, 1, SampleClaims::unbuildable),
        claim(UNBUILDABLE, Answer.IMPOSSIBLE, Answer.IMPOSSIBLE, 2, SampleClaims::unbuildable));
  }

  static Claim of(String key) {
    return new SampleClaims()
        .get().stream().filter(claim -> claim.key().equals(key)).findFirst().orElseThrow();
  }

  /** The names that the supplier of test claims is found by. */
  static List<String> flags() {
    return List.of("-D" + ClaimSource.PROPERTY + "=" + SampleClaims.class.getName());
  }

  private static Claim claim(String key, Answer sc, Answer tso, int threads, Supplier<Run> run) {
    return new Claim(
        key.substring(0, 2),
        key,
        key,
        "Does the engine see it?",
        "none",
        ClaimKind.HOLDS,
        "",
        Map.of(MemoryModel.SC, sc, MemoryModel.TSO, tso),
        "the engine is tested",
        Optional.empty(),
        Map.of(),
        threads + " threads",
        Violation.Kind.LOST_PAGE,
        List.of("A", "B", "C", "D").subList(0, threads),
        run);
  }

  /** Each thread writes one word and reads the other: both may read the initial value. */
  private static Run storeBuffering() {
    Words words = new Words();
    return run(
        List.of(
            actor -> {
              words.x.writeOnce(1);
              words.seenByA.writePlain(words.y.readOnce());
              return Step.Progress.NEXT;
            },
            actor -> {
              words.y.writeOnce(1);
              words.seenByB.writePlain(words.x.readOnce());
              return Step.Progress.NEXT;
            }),
        () ->
            words.seenByA.readOnce() == 0 && words.seenByB.readOnce() == 0
                ? Optional.of(new Violation(Violation.Kind.ASSERTION, "both read 0"))
                : Optional.empty(),
        List.of(new Run.Interest("A reads 1", () -> words.seenByA.readOnce() == 1)));
  }

  /** A flag that is released after its message and acquired before it. */
  private static Run messagePassing() {
    Words words = new Words();
    return run(
        List.of(
            actor -> {
              words.x.writeOnce(1);
              words.y.storeRelease(1);
              return Step.Progress.NEXT;
            },
            actor -> {
              words.seenByA.writePlain(words.y.loadAcquire());
              words.seenByB.writePlain(words.x.readOnce());
              return Step.Progress.NEXT;
            }),
        () ->
            words.seenByA.readOnce() == 1 && words.seenByB.readOnce() == 0
                ? Optional.of(new Violation(Violation.Kind.ASSERTION, "flag without message"))
                : Optional.empty(),
        List.of(new Run.Interest("the flag is seen", () -> words.seenByA.readOnce() == 1)));
  }

  /** One thread comes to the race at once, the other after a hundred locked operations. */
  private static Run lateRace() {
    Words words = new Words();
    return run(List.of(late(words), racing(words, 1)), bitsOf(words, 3), List.of());
  }

  /** The same with a third thread, which also takes its time. */
  private static Run lateRaceOf3() {
    Words words = new Words();
    return run(List.of(late(words), racing(words, 1), busy(words)), bitsOf(words, 3), List.of());
  }

  private static Step busy(Words words) {
    return actor -> {
      for (int i = 0; i < 100; i++) {
        words.y.fetchAdd(1);
      }
      return Step.Progress.NEXT;
    };
  }

  private static Step racing(Words words, int bit) {
    return actor -> {
      words.x.nonAtomicSetBit(bit);
      return Step.Progress.NEXT;
    };
  }

  private static Step late(Words words) {
    return actor -> {
      busy(words).run(actor);
      return racing(words, 0).run(actor);
    };
  }

  private static Observation bitsOf(Words words, long bits) {
    return () ->
        words.x.readOnce() == bits
            ? Optional.empty()
            : Optional.of(new Violation(Violation.Kind.LOST_PAGE, "a bit is lost"));
  }

  /** A thread leaves the model with a lock held for which the two others wait. */
  private static Run throwsWithLock() {
    Words words = new Words();
    Step locked =
        actor -> {
          words.x.awaitCas(0, 1);
          words.x.storeRelease(0);
          return Step.Progress.NEXT;
        };
    return run(
        List.of(
            actor -> {
              words.x.awaitCas(0, 1);
              throw Memory.violation(Violation.Kind.SLEEP_IN_ATOMIC, "A sleeps with the lock held");
            },
            locked,
            locked),
        Optional::empty,
        List.of(new Run.Interest("the lock is held at the end", () -> words.x.readOnce() == 1)));
  }

  private static Run throwsSomethingElse() {
    Step wrong =
        actor -> {
          throw new UnsupportedOperationException("not in this kernel");
        };
    return run(List.of(wrong, actor -> Step.Progress.NEXT), Optional::empty, List.of());
  }

  /** Each thread waits for a word that only the other would write. */
  private static Run deadlock() {
    Words words = new Words();
    return run(
        List.of(
            actor -> {
              words.x.await(Until.EQUAL, 1);
              words.y.writeOnce(1);
              return Step.Progress.NEXT;
            },
            actor -> {
              words.y.await(Until.EQUAL, 1);
              words.x.writeOnce(1);
              return Step.Progress.NEXT;
            }),
        Optional::empty,
        List.of());
  }

  private static Run unbuildable() {
    throw new IllegalStateException("no memory");
  }

  private static Run run(List<Step> steps, Observation ending, List<Run.Interest> interests) {
    List<Program> threads = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      threads.add(new Program(new Actor(i, "thread " + i), List.of(steps.get(i))));
    }
    Program last = new Program(new Actor(steps.size(), "last"), List.of());
    return new Run(threads, last, ending, interests, () -> "");
  }

  private static final class Words extends Shared {
    private final Word x = new Word(this, "x", 0);
    private final Word y = new Word(this, "y", 0);
    private final Word seenByA = new Word(this, "seenByA", 0);
    private final Word seenByB = new Word(this, "seenByB", 0);

    Words() {
      super("words");
    }
  }
}
