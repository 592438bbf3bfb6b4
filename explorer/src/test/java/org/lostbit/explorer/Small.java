package org.lostbit.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.lostbit.claims.Run;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Observation;
import org.lostbit.model.memory.Program;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Step;
import org.lostbit.model.memory.Word;

/** A small closed system, written in a test. */
final class Small {
  private final List<Program> threads = new ArrayList<>();
  private final List<Run.Interest> interests = new ArrayList<>();
  private List<Step> last = List.of();
  private Observation ending = Optional::empty;
  private Supplier<String> outcome = () -> "";

  /** An object to hang cells on. */
  static final class Thing extends Shared {
    final Word word;

    Thing(String label) {
      super(label);
      word = new Word(this, "word", 0);
    }

    Word also(String name, long initial) {
      return new Word(this, name, initial);
    }
  }

  /** A body that is one step. */
  @FunctionalInterface
  interface Body {
    void run(Actor actor);
  }

  static Step once(Body body) {
    return actor -> {
      body.run(actor);
      return Step.Progress.NEXT;
    };
  }

  Small steps(String name, Step... steps) {
    threads.add(new Program(new Actor(threads.size(), name), List.of(steps)));
    return this;
  }

  Small thread(String name, Body body) {
    return steps(name, once(body));
  }

  Small last(Body body) {
    last = List.of(once(body));
    return this;
  }

  Small ending(Observation look) {
    ending = look;
    return this;
  }

  Small reaches(String what, BooleanSupplier reached) {
    interests.add(new Run.Interest(what, reached));
    return this;
  }

  Small outcome(Supplier<String> words) {
    outcome = words;
    return this;
  }

  Run run() {
    return new Run(
        threads, new Program(new Actor(threads.size(), "LAST"), last), ending, interests, outcome);
  }
}
