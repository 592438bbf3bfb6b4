package org.lostbit.lincheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lostbit.claims.Answer;
import org.lostbit.claims.Claim;
import org.lostbit.claims.ClaimKind;
import org.lostbit.claims.MemoryModel;
import org.lostbit.claims.PlantedBug;
import org.lostbit.claims.Run;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Ghost;
import org.lostbit.model.memory.Memory;
import org.lostbit.model.memory.Observation;
import org.lostbit.model.memory.Program;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Step;
import org.lostbit.model.memory.Until;
import org.lostbit.model.memory.Violation;
import org.lostbit.model.memory.Word;

/** Claims that are as small as a question can be, to hold the engine to known answers. */
final class SmallClaims {
  private SmallClaims() {}

  /** Marks by set_bit keep both bits. */
  static Claim atomicMarks() {
    return claim("atomic-marks", false, 2, () -> marks(2, true));
  }

  /** Marks by __set_bit lose one. */
  static Claim nonAtomicMarks() {
    return claim("non-atomic-marks", true, 2, () -> marks(2, false));
  }

  /** Three threads that mark. */
  static Claim threeMarks() {
    return claim("three-marks", true, 3, () -> marks(3, false));
  }

  /** A plain read-modify-write under a spin lock keeps all bits. */
  static Claim lockedMarks(int threads) {
    return claim("locked-marks-" + threads, false, threads, () -> locked(threads, false));
  }

  /** One of the threads forgets the lock. */
  static Claim forgottenLock(int threads) {
    return claim("forgotten-lock-" + threads, true, threads, () -> locked(threads, true));
  }

  /** A value handed over by a flag that is awaited. */
  static Claim handOver() {
    return claim("hand-over", false, 2, () -> handOver(true));
  }

  /** The flag is raised before the value is there. */
  static Claim earlyHandOver() {
    return claim("early-hand-over", true, 2, () -> handOver(false));
  }

  /** Two locks taken in both orders. */
  static Claim deadlock() {
    return claim("deadlock", true, 2, SmallClaims::inverted);
  }

  /** A thread that holds a lock leaves the model by a violation; the other waits for the lock. */
  static Claim holderLeaves() {
    return claim("holder-leaves", true, 2, SmallClaims::left);
  }

  /** A thread throws what is no violation. */
  static Claim throwing() {
    return claim("throwing", false, 2, SmallClaims::thrown);
  }

  /** A thread goes round for ever without waiting. */
  static Claim endless() {
    return claim("endless", false, 2, SmallClaims::goingRound);
  }

  private static Claim claim(String key, boolean possible, int threads, Supplier<Run> run) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      names.add("T" + i);
    }
    return new Claim(
        "S0",
        key,
        key,
        "Can it break?",
        "none",
        possible ? ClaimKind.PLANTED : ClaimKind.HOLDS,
        "",
        Map.of(MemoryModel.SC, possible ? Answer.POSSIBLE : Answer.IMPOSSIBLE),
        "by construction",
        possible ? Optional.of(new PlantedBug("S1", key, "", "none")) : Optional.empty(),
        Map.of(),
        threads + " threads",
        Violation.Kind.LOST_PAGE,
        names,
        run);
  }

  private static final class Cells extends Shared {
    final Word a = new Word(this, "a", 0);
    final Word b = new Word(this, "b", 0);
    final Word lock = new Word(this, "lock", 0);
    final Word other = new Word(this, "other", 0);
    final Ghost seen = new Ghost(this, "seen", 0);

    Cells() {
      super("m");
    }
  }

  private static Run run(
      List<List<Step>> threads, Observation ending, List<Run.Interest> interests) {
    List<Program> programs = new ArrayList<>();
    for (List<Step> steps : threads) {
      programs.add(new Program(new Actor(programs.size(), "T" + programs.size()), steps));
    }
    return new Run(
        programs,
        new Program(new Actor(programs.size(), "last"), List.of()),
        ending,
        interests,
        () -> "");
  }

  private static Optional<Violation> lostUnless(boolean fine, String message) {
    return fine ? Optional.empty() : Optional.of(new Violation(Violation.Kind.LOST_PAGE, message));
  }

  private static Run marks(int threads, boolean atomic) {
    Cells m = new Cells();
    List<List<Step>> steps = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int bit = i;
      steps.add(
          List.of(
              actor -> {
                if (atomic) {
                  m.a.setBit(bit);
                } else {
                  m.a.nonAtomicSetBit(bit);
                }
                return Step.Progress.NEXT;
              }));
    }
    return run(
        steps,
        () -> lostUnless(m.a.readOnce() == (1L << threads) - 1, "a bit is gone"),
        List.of(new Run.Interest("bit 0 is there", () -> m.a.testBit(0))));
  }

  private static Run locked(int threads, boolean oneForgets) {
    Cells m = new Cells();
    List<List<Step>> steps = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int bit = i;
      boolean locks = !(oneForgets && i == threads - 1);
      steps.add(
          List.of(
              actor -> {
                if (locks) {
                  actor.acquiring("lock", m.lock);
                  m.lock.awaitCas(0, 1);
                  actor.acquired("lock", m.lock, true);
                }
                m.a.nonAtomicSetBit(bit);
                m.b.nonAtomicSetBit(bit);
                if (locks) {
                  actor.released("lock", m.lock);
                  m.lock.storeRelease(0);
                }
                return Step.Progress.NEXT;
              }));
    }
    return run(
        steps,
        () ->
            lostUnless(
                m.a.readOnce() == (1L << threads) - 1 && m.b.readOnce() == (1L << threads) - 1,
                "a bit is gone"),
        List.of());
  }

  private static Run handOver(boolean inOrder) {
    Cells m = new Cells();
    Step give =
        actor -> {
          if (inOrder) {
            m.a.writeOnce(7);
            m.b.storeRelease(1);
          } else {
            m.b.storeRelease(1);
            m.a.writeOnce(7);
          }
          return Step.Progress.NEXT;
        };
    Step take =
        actor -> {
          m.b.await(Until.EQUAL, 1);
          m.seen.note(m.a.readOnce());
          return Step.Progress.NEXT;
        };
    return run(
        List.of(List.of(take), List.of(give)),
        () -> lostUnless(m.seen.value() == 7, "the value was not there"),
        List.of());
  }

  private static Run inverted() {
    Cells m = new Cells();
    return run(
        List.of(List.of(both(m.lock, m.other)), List.of(both(m.other, m.lock))),
        Optional::empty,
        List.of());
  }

  private static Step both(Word outer, Word inner) {
    return actor -> {
      outer.awaitCas(0, 1);
      inner.awaitCas(0, 1);
      inner.storeRelease(0);
      outer.storeRelease(0);
      return Step.Progress.NEXT;
    };
  }

  private static Run left() {
    Cells m = new Cells();
    Step holder =
        actor -> {
          m.lock.awaitCas(0, 1);
          throw Memory.violation(Violation.Kind.ASSERTION, "the holder leaves");
        };
    Step other =
        actor -> {
          m.lock.awaitCas(0, 1);
          m.lock.storeRelease(0);
          return Step.Progress.NEXT;
        };
    return run(List.of(List.of(holder), List.of(other)), Optional::empty, List.of());
  }

  private static Run thrown() {
    Step thrower =
        actor -> {
          throw new IllegalArgumentException("no such slot");
        };
    return run(List.of(List.of(thrower), List.of()), Optional::empty, List.of());
  }

  private static Run goingRound() {
    Cells m = new Cells();
    Step round = actor -> m.a.testBit(0) ? Step.Progress.NEXT : Step.Progress.AGAIN;
    return run(List.of(List.of(round), List.of()), Optional::empty, List.of());
  }
}
