package org.lostbit.stress;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lostbit.claims.Claim;
import org.openjdk.jcstress.FrontEnd;

/**
 * The command {@code rates}: measures how often this machine shows a claim's violation. A claim
 * that expects one is suited to this engine only where a budget promises at least 30 hits.
 */
final class Rates {
  private static final int ENOUGH_HITS = 30;
  private static final int USAGE = 64;
  private static final int FAILED = 70;

  private final ClaimSource source;
  private final Sampler sampler;
  private final PrintStream out;
  private final PrintStream err;

  Rates(ClaimSource source, Sampler sampler, PrintStream out, PrintStream err) {
    this.source = source;
    this.sampler = sampler;
    this.out = out;
    this.err = err;
  }

  /** On real forks, with the claims and the budget that the system properties say. */
  static Rates ofThisJvm() {
    return new Rates(
        ClaimSource.ofThisJvm(),
        new Sampler(FrontEnd::run, Budget.ofThisJvm(), Sampler.inheritedFlags()),
        System.out,
        System.err);
  }

  /** Measures the claims that {@code args} name, or all; the answer is the exit code. */
  int run(List<String> args) {
    int budgets = 1;
    List<String> keys = args;
    int option = args.indexOf("--budgets");
    if (option >= 0) {
      try {
        budgets = Integer.parseInt(args.get(option + 1));
      } catch (NumberFormatException | IndexOutOfBoundsException e) {
        return refuse("--budgets needs a number, as in --budgets 3");
      }
      if (budgets < 1) {
        return refuse("--budgets " + budgets + " measures nothing; use a number from 1");
      }
      keys = new ArrayList<>(args.subList(0, option));
      keys.addAll(args.subList(option + 2, args.size()));
    }
    for (String key : keys) {
      if (source.find(key).isEmpty()) {
        return refuse("there is no claim " + key + "; keys are those of the catalogue");
      }
    }
    out.printf(
        "%-58s %9s %12s %9s %12s %12s %10s  %s%n",
        "claim", "threads", "samples", "hits", "hits/M", "samples/s", "hits/budget", "suited");
    int code = 0;
    for (Claim claim :
        keys.isEmpty() ? source.claims() : keys.stream().map(source::claim).toList()) {
      code = Math.max(code, measure(claim, budgets));
    }
    return code;
  }

  private int measure(Claim claim, int budgets) {
    Optional<String> test = TestClasses.name(claim.threads().size());
    if (test.isEmpty()) {
      out.printf("%-58s %9d no test class%n", claim.key(), claim.threads().size());
      return 0;
    }
    var interests = claim.run().get().interests();
    int forks = sampler.budget().forks() * budgets;
    Tally tally = sampler.sample(claim, test.get(), interests.size(), forks, false);
    double perBudget = (double) tally.hits() * sampler.budget().forks() / tally.forks();
    out.printf(
        Locale.ROOT,
        "%-58s %9d %,12d %,9d %,12.1f %,12.0f %,10.1f  %s%n",
        claim.key(),
        claim.threads().size(),
        tally.samples(),
        tally.hits(),
        tally.samples() == 0 ? 0 : tally.hits() * 1e6 / tally.samples(),
        tally.millis() == 0 ? 0 : tally.samples() * 1e3 / tally.millis(),
        perBudget,
        perBudget >= ENOUGH_HITS ? "yes" : "no");
    for (int i = 0; i < interests.size(); i++) {
      out.printf(
          Locale.ROOT, "    reached %,d: %s%n", tally.reached().get(i), interests.get(i).what());
    }
    if (tally.dropped() > 0) {
      out.printf(Locale.ROOT, "    %,d samples count for nothing%n", tally.dropped());
    }
    tally.violation().ifPresent(violation -> out.println("    " + violation));
    tally.trouble().forEach(trouble -> out.println("    " + trouble));
    out.flush();
    return tally.trouble().isEmpty() ? 0 : FAILED;
  }

  private int refuse(String sentence) {
    err.println("rates: " + sentence);
    return USAGE;
  }
}
