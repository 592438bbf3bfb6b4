package org.lostbit.claims.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lostbit.claims.Catalogue;
import org.lostbit.claims.Claim;
import org.lostbit.claims.verdict.Judged;
import org.lostbit.claims.verdict.JvmEnvironment;
import org.lostbit.claims.verdict.ModelDigest;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.claims.verdict.VerdictFile;

/**
 * The process of an engine: judges claims and leaves a verdict file.
 *
 * <p>It ends with 0 whatever the verdicts are, for the gate judges them, after the report is
 * written.
 */
public final class EngineMain {
  private static final int OK = 0;
  private static final int NOT_WRITTEN = 74;
  private static final int USAGE = 64;

  private final Engine engine;
  private final List<Claim> catalogue;
  private final PrintStream out;
  private final PrintStream err;

  EngineMain(Engine engine, List<Claim> catalogue, PrintStream out, PrintStream err) {
    this.engine = engine;
    this.catalogue = List.copyOf(catalogue);
    this.out = out;
    this.err = err;
  }

  /**
   * Runs {@code engine} as {@code args} say, then ends the JVM: with 0, with 64 if the arguments
   * are wrong, with 74 if the verdict file cannot be written.
   *
   * @param args {@code verify --run-id ID --out DIR} for all claims; {@code check --run-id ID --out
   *     DIR KEY...} for some
   */
  public static void main(Engine engine, String[] args) {
    System.exit(
        new EngineMain(engine, Catalogue.claims(), System.out, System.err).run(List.of(args)));
  }

  int run(List<String> args) {
    EngineArguments arguments;
    List<Claim> claims;
    try {
      arguments = EngineArguments.parse(args);
      claims = arguments.all() ? catalogue : chosen(arguments.keys());
    } catch (EngineArguments.Wrong wrong) {
      err.println(engine.name().word() + " engine: " + wrong.getMessage());
      return USAGE;
    }
    List<Judged> verdicts = new ArrayList<>();
    for (Claim claim : claims) {
      Judged judged = judge(claim);
      verdicts.add(judged);
      out.printf(
          Locale.ROOT,
          "[%d/%d] %s: %s %s (%.2f s)%n",
          verdicts.size(),
          claims.size(),
          engine.name().word(),
          claim.key(),
          judged.verdict().word(),
          judged.seconds());
      out.flush();
    }
    return write(arguments, verdicts);
  }

  private int write(EngineArguments arguments, List<Judged> verdicts) {
    VerdictFile file =
        new VerdictFile(
            arguments.runId(),
            ModelDigest.ofThisJvm(),
            engine.name(),
            engine.model(),
            engine.exhaustive(),
            JvmEnvironment.here(),
            verdicts);
    try {
      Path written = file.write(arguments.out());
      out.println(engine.name().word() + ": " + verdicts.size() + " verdicts in " + written);
      return OK;
    } catch (IOException e) {
      err.println(
          engine.name().word()
              + " engine: the verdict file cannot be written to "
              + arguments.out()
              + ": "
              + e.getMessage());
      return NOT_WRITTEN;
    }
  }

  /** In the catalogue's order, whatever the order asked for. */
  private List<Claim> chosen(List<String> keys) throws EngineArguments.Wrong {
    for (String key : keys) {
      if (catalogue.stream().noneMatch(claim -> claim.key().equals(key))) {
        throw new EngineArguments.Wrong(
            "there is no claim " + key + "; see the catalogue for keys");
      }
    }
    return catalogue.stream().filter(claim -> keys.contains(claim.key())).toList();
  }

  // A broken engine, whatever it throws, is a verdict and not the end of the other claims.
  private Judged judge(Claim claim) {
    Instant started = Instant.now();
    long from = System.nanoTime();
    Verdict verdict;
    Optional<String> unsuited = claim.unsuited(engine.name());
    if (unsuited.isPresent()) {
      verdict = new Verdict.NotSuited(unsuited.get());
    } else {
      try {
        verdict = engine.judge(claim);
      } catch (Throwable broken) {
        broken.printStackTrace(err);
        verdict = new Verdict.Failed("the engine threw " + broken);
      }
    }
    double seconds = Math.round((System.nanoTime() - from) / 1e6) / 1e3;
    return new Judged(claim.key(), started.toString(), seconds, verdict);
  }
}
