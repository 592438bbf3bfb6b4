package org.lostbit.model.memory;

import java.util.List;

/**
 * What one thread does.
 *
 * @param actor the thread
 * @param steps its steps in order
 */
public record Program(Actor actor, List<Step> steps) {
  /** A program owns its list of steps. */
  public Program {
    steps = List.copyOf(steps);
  }

  /** Runs all steps on the calling Java thread, for the JVM machine. */
  public void run() {
    for (Step step : steps) {
      while (step.run(actor) == Step.Progress.AGAIN) {
        Thread.onSpinWait();
      }
    }
  }
}
