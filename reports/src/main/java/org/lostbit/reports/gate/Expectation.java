package org.lostbit.reports.gate;

import java.util.Optional;
import org.lostbit.claims.Answer;
import org.lostbit.claims.Claim;
import org.lostbit.claims.MemoryModel;

/**
 * The answer that a claim gives for a memory model, stated or implied: what one model allows, every
 * weaker one allows; what one model forbids, every stronger one forbids.
 */
public final class Expectation {
  private Expectation() {}

  /** The answer for {@code model}; empty if the claim neither states nor implies one. */
  public static Optional<Answer> of(Claim claim, MemoryModel model) {
    Optional<Answer> stated = claim.expected(model);
    if (stated.isPresent()) {
      return stated;
    }
    for (MemoryModel other : MemoryModel.values()) {
      Answer answer = claim.expected().get(other);
      boolean stronger = other.compareTo(model) < 0;
      if (answer == (stronger ? Answer.POSSIBLE : Answer.IMPOSSIBLE)) {
        return Optional.of(answer);
      }
    }
    return Optional.empty();
  }
}
