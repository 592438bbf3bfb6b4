package org.lostbit.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lostbit.claims.Answer;
import org.lostbit.claims.Claim;
import org.lostbit.claims.EngineName;
import org.lostbit.claims.MemoryModel;
import org.lostbit.claims.Run;
import org.lostbit.claims.engine.Engine;
import org.lostbit.claims.verdict.Counterexample;
import org.lostbit.claims.verdict.Verdict;
import org.openjdk.jcstress.FrontEnd;

/**
 * jcstress: samples a claim's threads on the cores and with the JIT of this machine.
 *
 * <p>Before the first claim it looks for bits that the weakened {@link Twin} loses. If it does not
 * see them, no answer of this engine means anything, and every claim is {@code Failed}.
 */
public final class StressEngine implements Engine {
  /** A sample's interests are the bits of a long. */
  private static final int MOST_INTERESTS = 63;

  private final Sampler sampler;
  private final Map<String, Integer> declared;
  private Optional<String> blind;

  /** The engine on real forks, with the budget that the system properties say. */
  public StressEngine() {
    this(
        new Sampler(FrontEnd::run, Budget.ofThisJvm(), Sampler.inheritedFlags()),
        FrontEnd.declared());
  }

  /**
   * An engine.
   *
   * @param sampler who samples
   * @param declared the tests that jcstress knows of, each with its number of actors
   */
  StressEngine(Sampler sampler, Map<String, Integer> declared) {
    this.sampler = sampler;
    this.declared = Map.copyOf(declared);
  }

  @Override
  public EngineName name() {
    return EngineName.JCSTRESS;
  }

  @Override
  public MemoryModel model() {
    return MemoryModel.ofHost();
  }

  @Override
  public boolean exhaustive() {
    return false;
  }

  @Override
  public Verdict judge(Claim claim) {
    Optional<String> test = TestClasses.name(claim.threads().size());
    if (test.isEmpty()) {
      return new Verdict.NotSuited(
          "jcstress samples claims of "
              + TestClasses.actors()
              + " threads; this one has "
              + claim.threads().size());
    }
    if (blind == null) {
      blind = selfCheck();
    }
    if (blind.isPresent()) {
      return new Verdict.Failed(blind.get());
    }
    List<Run.Interest> interests;
    try {
      interests = claim.run().get().interests();
    } catch (RuntimeException e) {
      return new Verdict.Failed("the start state of " + claim.key() + " cannot be built: " + e);
    }
    if (interests.size() > MOST_INTERESTS) {
      return new Verdict.Failed(
          claim.key() + " has more than " + MOST_INTERESTS + " interests, which do not fit a mask");
    }
    boolean untilHit = expectsViolation(claim);
    int forks = sampler.budget().forks() * (untilHit ? sampler.budget().repeats() : 1);
    return verdict(sampler.sample(claim, test.get(), interests.size(), forks, untilHit), interests);
  }

  /**
   * Whether a violation is expected on this machine. What a stronger model allows, a weaker one
   * allows too.
   */
  private boolean expectsViolation(Claim claim) {
    for (MemoryModel model : MemoryModel.values()) {
      if (model.compareTo(model()) <= 0
          && claim.expected(model).equals(Optional.of(Answer.POSSIBLE))) {
        return true;
      }
    }
    return false;
  }

  /** Why this engine sees nothing; empty if it sees what it must. */
  private Optional<String> selfCheck() {
    Optional<String> trouble = TestClasses.trouble(declared);
    if (trouble.isPresent()) {
      return trouble;
    }
    for (int actors : TestClasses.actors()) {
      String test = TestClasses.name(actors).orElseThrow();
      Claim weak = Twin.weak(actors);
      Tally tally =
          sampler.sample(
              weak, test, 1, sampler.budget().forks() * sampler.budget().repeats(), true);
      if (tally.hits() == 0 || !tally.trouble().isEmpty()) {
        return Optional.of(
            "the self-check failed: "
                + weak.key()
                + " loses bits, and "
                + tally.samples()
                + " samples show none"
                + and(tally.trouble()));
      }
    }
    Claim strong = Twin.strong(2);
    Tally tally = sampler.sample(strong, TestClasses.name(2).orElseThrow(), 1, 1, true);
    if (tally.hits() > 0 || !tally.trouble().isEmpty()) {
      return Optional.of(
          "the self-check failed: "
              + strong.key()
              + " loses no bit, and "
              + tally.hits()
              + " samples of "
              + tally.samples()
              + " say that it does"
              + and(tally.trouble()));
    }
    return Optional.empty();
  }

  private static Verdict verdict(Tally tally, List<Run.Interest> interests) {
    List<Verdict.Reached> reached = new ArrayList<>();
    for (int i = 0; i < interests.size(); i++) {
      reached.add(new Verdict.Reached(interests.get(i).what(), tally.reached().get(i)));
    }
    if (tally.violation().isPresent()) {
      return new Verdict.Violated(
          Counterexample.seen(tally.violation().get(), text(tally)),
          tally.samples(),
          tally.hits(),
          reached);
    } else if (!tally.trouble().isEmpty()) {
      return new Verdict.Failed(String.join("; ", tally.trouble()));
    } else if (tally.samples() == 0) {
      return new Verdict.Failed("no sample ran");
    }
    return new Verdict.NotSeen(tally.samples(), reached);
  }

  private static String text(Tally tally) {
    return String.format(
        Locale.ROOT,
        "seen in %,d of %,d samples, in %d forks on %d CPUs%s%s",
        tally.hits(),
        tally.samples(),
        tally.forks(),
        Runtime.getRuntime().availableProcessors(),
        tally.dropped() == 0 ? "" : ", beside " + tally.dropped() + " that count for nothing",
        and(tally.trouble()));
  }

  private static String and(List<String> trouble) {
    return trouble.isEmpty() ? "" : "; " + String.join("; ", trouble);
  }
}
