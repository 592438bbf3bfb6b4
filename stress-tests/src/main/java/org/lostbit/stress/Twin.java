package org.lostbit.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lostbit.claims.Answer;
import org.lostbit.claims.Claim;
import org.lostbit.claims.ClaimKind;
import org.lostbit.claims.MemoryModel;
import org.lostbit.claims.PlantedBug;
import org.lostbit.claims.Run;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Program;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Step;
import org.lostbit.model.memory.Violation;
import org.lostbit.model.memory.Word;

/**
 * Two claims that say whether this engine sees anything on this machine: threads set a bit each of
 * one word, by {@code set_bit}, which loses none, and by the weakened twin {@code __set_bit}, which
 * does. Each exists for every number of threads that has a test class.
 */
final class Twin {
  private Twin() {}

  /** Both claims for each number of threads. */
  static List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    for (int threads : TestClasses.actors()) {
      claims.add(strong(threads));
      claims.add(weak(threads));
    }
    return claims;
  }

  /** No bit is lost. */
  static Claim strong(int threads) {
    return claim(threads, "set-bit", ClaimKind.HOLDS, Optional.empty(), false);
  }

  /** A bit is lost. */
  static Claim weak(int threads) {
    var bug = new PlantedBug("T1", "bit set by a plain load and store", "", "set-bit");
    return claim(threads, "non-atomic-set-bit", ClaimKind.PLANTED, Optional.of(bug), true);
  }

  private static Claim claim(
      int threads, String kernel, ClaimKind kind, Optional<PlantedBug> bug, boolean weak) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      names.add("CPU" + i);
    }
    Answer answer = weak ? Answer.POSSIBLE : Answer.IMPOSSIBLE;
    return new Claim(
        "T",
        "T" + threads + "/" + kernel,
        "SetBitVsSetBit" + threads,
        "Is a bit lost where " + threads + " CPUs set a bit each of one word?",
        kernel,
        kind,
        "",
        Map.of(MemoryModel.SC, answer, MemoryModel.TSO, answer, MemoryModel.LKMM, answer),
        weak ? "a plain store overwrites another's" : "set_bit is atomic",
        bug,
        Map.of(),
        threads + " threads, one bit each",
        Violation.Kind.LOST_PAGE,
        names,
        () -> run(names, weak));
  }

  private static Run run(List<String> names, boolean weak) {
    Bitmap bitmap = new Bitmap();
    List<Program> threads = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int bit = i;
      Step set =
          actor -> {
            if (weak) {
              bitmap.word.nonAtomicSetBit(bit);
            } else {
              bitmap.word.setBit(bit);
            }
            return Step.Progress.NEXT;
          };
      threads.add(new Program(new Actor(i, names.get(i)), List.of(set)));
    }
    long all = (1L << names.size()) - 1;
    return new Run(
        threads,
        new Program(new Actor(names.size(), "last"), List.of()),
        () -> lost(all & ~bitmap.word.readOnce()),
        List.of(new Run.Interest("a bit is set", () -> bitmap.word.readOnce() != 0)),
        () -> Long.toBinaryString(bitmap.word.readOnce()));
  }

  private static Optional<Violation> lost(long bits) {
    return bits == 0
        ? Optional.empty()
        : Optional.of(
            new Violation(
                Violation.Kind.LOST_PAGE,
                "bit " + Long.numberOfTrailingZeros(bits) + " of the word is lost"));
  }

  private static final class Bitmap extends Shared {
    private final Word word = new Word(this, "bits", 0);

    Bitmap() {
      super("bitmap");
    }
  }
}
