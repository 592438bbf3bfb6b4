package org.lostbit.claims;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.lostbit.model.memory.Observation;
import org.lostbit.model.memory.Program;
import org.lostbit.model.memory.Violation;

/**
 * One closed system, ready to run: threads over a start state, what runs when they have ended, and
 * what is asked of the end. An engine on the JVM machine builds a new one for each sample; the
 * explorer builds one and runs its threads again and again.
 *
 * @param threads the concurrent threads; the actor of {@code threads.get(i)} has index i
 * @param last what runs after all of them have ended, as the actor after theirs (may have no steps)
 * @param ending looks at the memory when everything has ended
 * @param interests the interesting states, asked when everything has ended
 * @param outcome the end state in a few words, to count different ones
 */
public record Run(
    List<Program> threads,
    Program last,
    Observation ending,
    List<Interest> interests,
    Supplier<String> outcome) {

  /** A run owns its lists. */
  public Run {
    threads = List.copyOf(threads);
    interests = List.copyOf(interests);
  }

  /** The violation that the end state shows, if any. */
  public Optional<Violation> check() {
    return ending.look();
  }

  /**
   * A state without which the answer would be vacuous.
   *
   * @param what the state in words: "the log reader takes the new bit"
   * @param reached whether this run came through it, asked at the end
   */
  public record Interest(String what, BooleanSupplier reached) {}
}
