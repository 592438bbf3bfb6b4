package org.lostbit.lincheck;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jetbrains.kotlinx.lincheck.strategy.LincheckFailure;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.lostbit.claims.Claim;
import org.lostbit.claims.Run;

/**
 * One search of a claim's interleavings by Lincheck. Its choices are seeded with a constant inside
 * Lincheck, so the same search of the same classes sees the same invocations.
 *
 * @param sampling what was seen
 * @param failure what Lincheck reported, if it reported anything
 */
record Search(Sampling sampling, Optional<LincheckFailure> failure) {

  /**
   * How often any loop may go round: more than the longest loop of a scenario over two words of a
   * log, and so few that a thread which spins for ever is soon found out.
   */
  private static final int LOOP_BOUND = 200;

  /** Searches with the threads in the order in which the claim lists them. */
  static Search of(Claim claim, int invocations, boolean stopAtHit) {
    Run first = claim.run().get();
    return of(
        claim,
        first,
        IntStream.range(0, first.threads().size()).boxed().toList(),
        invocations,
        stopAtHit);
  }

  /** Searches with the threads in another order, which sends Lincheck another way. */
  static Search of(
      Claim claim, Run first, List<Integer> order, int invocations, boolean stopAtHit) {
    Sampling sampling = new Sampling(claim.run(), first, stopAtHit);
    ModelCheckingOptions options = new ModelCheckingOptions();
    options
        .iterations(0)
        .invocationsPerIteration(invocations)
        .minimizeFailedScenario(false)
        .loopBound(LOOP_BOUND)
        .verifier(CountingVerifier.class)
        .addCustomScenario(ConcurrentRun.scenario(sampling, order));
    for (ManagedStrategyGuarantee guarantee : Overlooked.guarantees()) {
      options.addGuarantee(guarantee);
    }
    try {
      options.check(ConcurrentRun.class);
      return new Search(sampling, Optional.empty());
    } catch (LincheckAssertionError error) {
      return new Search(sampling, Optional.of(error.getFailure$lincheck()));
    }
  }
}
