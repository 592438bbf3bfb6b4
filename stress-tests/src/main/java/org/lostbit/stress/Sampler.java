package org.lostbit.stress;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lostbit.claims.Claim;
import org.openjdk.jcstress.FrontEnd;

/** Samples one claim, fork after fork, and counts. */
final class Sampler {
  /** What every fork is told beside its claim. Small heaps keep the collector's pauses short. */
  private static final List<String> FLAGS =
      List.of(
          "-Dlostbit.machine=jvm",
          "-Dlostbit.wait=spin",
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-UsePerfData",
          "-XX:-RestrictContended",
          "-XX:+UseParallelGC",
          "-XX:ParallelGCThreads=2",
          "-Xms256m",
          "-Xmx256m");

  /** Every second fork lets C2 order its code at random, as jcstress's own stress modes do. */
  private static final List<String> SHUFFLED =
      List.of("-XX:+StressLCM", "-XX:+StressGCM", "-XX:+StressIGVN", "-XX:+StressCCP");

  /**
   * States that live at once: enough to sample between two clean-ups, few enough for the caches.
   */
  private static final int STATES = 2048;

  private final Forks forks;
  private final Budget budget;
  private final List<String> inherited;

  /**
   * A sampler.
   *
   * @param forks who runs the forks
   * @param budget how long each fork samples, and how many make a budget
   * @param inherited JVM flags that this engine's forks need in addition
   */
  Sampler(Forks forks, Budget budget, List<String> inherited) {
    this.forks = forks;
    this.budget = budget;
    this.inherited = List.copyOf(inherited);
  }

  /** The flags that a fork inherits from this JVM: those which say where claims come from. */
  static List<String> inheritedFlags() {
    List<String> flags = new ArrayList<>();
    for (String property : List.of(ClaimSource.PROPERTY, Watch.PATIENCE_PROPERTY)) {
      String value = System.getProperty(property);
      if (value != null) {
        flags.add("-D" + property + "=" + value);
      }
    }
    return flags;
  }

  /** The budget of one claim. */
  Budget budget() {
    return budget;
  }

  /**
   * Samples {@code claim} in {@code count} forks, or fewer.
   *
   * @param test the test class for the claim's number of threads
   * @param interests how many interests the claim has
   * @param untilHit whether the first fork that saw a violation is the last
   */
  Tally sample(Claim claim, String test, int interests, int count, boolean untilHit) {
    Tally tally = Tally.none(interests);
    for (int i = 0; i < count; i++) {
      tally = tally.plus(fork(claim, test, interests, i));
      if (!tally.trouble().isEmpty() || (untilHit && tally.hits() > 0)) {
        break;
      }
    }
    return tally;
  }

  private Tally fork(Claim claim, String test, int interests, int number) {
    List<String> flags = new ArrayList<>(FLAGS);
    flags.addAll(inherited);
    flags.add("-D" + Fork.CLAIM_PROPERTY + "=" + claim.key());
    if (number % 2 == 1) {
      flags.addAll(SHUFFLED);
    }
    List<FrontEnd.Outcome> outcomes;
    try {
      outcomes =
          forks.run(
              new FrontEnd.Plan(
                  test,
                  budget.millis(),
                  budget.stride(),
                  Math.max(1, STATES / budget.stride()),
                  flags));
    } catch (IOException e) {
      return Tally.broken(interests, "jcstress could not run a fork: " + e);
    }
    if (outcomes.size() != 1 || !outcomes.get(0).test().equals(test)) {
      return Tally.broken(
          interests, "jcstress was asked for one fork of " + test + " and ran " + outcomes);
    }
    FrontEnd.Outcome outcome = outcomes.get(0);
    return outcome.normal()
        ? Tally.of(outcome.endings(), interests, budget.millis())
        : Tally.broken(interests, trouble(outcome));
  }

  private static String trouble(FrontEnd.Outcome outcome) {
    for (String message : outcome.messages()) {
      if (message.startsWith(Watch.MARK)) {
        return "a fork was ended because its threads hang: "
            + message.substring(Watch.MARK.length());
      }
    }
    List<String> said = outcome.messages();
    return "a fork ended with "
        + outcome.status()
        + ": "
        + String.join(" | ", said.subList(0, Math.min(said.size(), 8)));
  }
}
