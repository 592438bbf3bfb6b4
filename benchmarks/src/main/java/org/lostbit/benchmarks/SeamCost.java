package org.lostbit.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures each case in pairs of forks, seam and bare in turn, and says whether the seam costs at
 * most {@value #LIMIT} times the accesses written by hand. Exit 0: it does; 1: it costs more.
 */
public final class SeamCost {
  private static final double LIMIT = 1.10;
  private static final int FEWEST_PAIRS = 7;
  private static final int USAGE = 64;
  private static final int FIRST_TO_WARN = 24;

  private SeamCost() {}

  /** The one argument is the number of pairs; 7 if there is none. */
  public static void main(String[] args) throws RunnerException {
    int pairs = pairs(args);
    if (pairs < FEWEST_PAIRS) {
      System.err.println(
          "seam cost: "
              + String.join(" ", args)
              + " is no number of pairs; give one number of at least "
              + FEWEST_PAIRS
              + ", or nothing");
      System.exit(USAGE);
    }
    System.out.printf(
        Locale.ROOT,
        "JDK %s, %d CPUs, %d pairs of forks; other work on the machine makes intervals wide%n",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        pairs);
    System.out.printf(Locale.ROOT, "load average %.1f at the start%n", load());
    System.out.printf(
        Locale.ROOT,
        "%-40s %8s %8s  %s%n",
        "case",
        "seam ns",
        "bare ns",
        "ratio median [95 % interval]");
    boolean within = true;
    for (Case one : Case.values()) {
      Paired paired = measure(one, pairs);
      boolean holds = paired.ratio() <= LIMIT;
      within &= holds || !one.isJudged();
      System.out.printf(
          Locale.ROOT,
          "%-40s %8.3f %8.3f  %.3f [%.3f .. %.3f] %s%n",
          one.words(),
          paired.medianSeam(),
          paired.medianBare(),
          paired.ratio(),
          paired.low(),
          paired.high(),
          judgement(one, holds));
    }
    System.out.printf(Locale.ROOT, "load average %.1f at the end%n", load());
    System.exit(within ? 0 : 1);
  }

  private static String judgement(Case one, boolean holds) {
    if (!one.isJudged()) {
      return "no limit";
    }
    return (holds ? "at most " : "MORE THAN ") + LIMIT;
  }

  private static int pairs(String[] args) {
    if (args.length == 0) {
      return FEWEST_PAIRS;
    }
    try {
      return args.length == 1 ? Integer.parseInt(args[0]) : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static Paired measure(Case one, int pairs) throws RunnerException {
    List<Double> seam = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      // Who comes first changes: a machine that slows down must not favour one side.
      if (i % 2 == 0) {
        seam.add(fork(Seam.class, one));
        bare.add(fork(Bare.class, one));
      } else {
        bare.add(fork(Bare.class, one));
        seam.add(fork(Seam.class, one));
      }
    }
    return new Paired(seam, bare);
  }

  /** JMH uses what newer JDKs warn of; the forks need not repeat it. */
  private static String[] quiet() {
    return Runtime.version().feature() >= FIRST_TO_WARN
        ? new String[] {"--sun-misc-unsafe-memory-access=allow"}
        : new String[0];
  }

  /**
   * One JVM of its own, in ns per operation: the best of many short measurements, so that the time
   * which other work on the machine takes away is not counted.
   */
  private static double fork(Class<?> variant, Case one) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include("^" + variant.getName().replace(".", "\\.") + "\\." + one.method() + "$")
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .forks(1)
            .warmupIterations(10)
            .warmupTime(TimeValue.milliseconds(100))
            .measurementIterations(100)
            .measurementTime(TimeValue.milliseconds(10))
            .jvmArgsAppend(quiet())
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    return new Runner(options).runSingle().getPrimaryResult().getStatistics().getMin();
  }
}
