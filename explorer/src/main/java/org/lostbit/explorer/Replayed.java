package org.lostbit.explorer;

import java.util.List;
import java.util.Optional;
import org.lostbit.claims.verdict.Counterexample;
import org.lostbit.claims.verdict.TraceStep;

/**
 * What a schedule string leads to.
 *
 * @param counterexample what it breaks; empty if it breaks nothing
 * @param steps its operations
 * @param ending where it leads if it breaks nothing: the end state, or who can go on
 * @param stale why the string no longer fits the model, and where; empty if it fits
 */
public record Replayed(
    Optional<Counterexample> counterexample,
    List<TraceStep> steps,
    String ending,
    Optional<String> stale) {
  /** Owns its list. */
  public Replayed {
    steps = List.copyOf(steps);
  }
}
