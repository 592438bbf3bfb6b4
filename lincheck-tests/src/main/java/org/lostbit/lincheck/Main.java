package org.lostbit.lincheck;

import java.util.List;
import org.lostbit.claims.Catalogue;
import org.lostbit.claims.engine.EngineMain;

/**
 * The Lincheck engine's process: runs the claims and writes verdicts, or, as {@code rates},
 * measures how soon a claim's bad outcome is met.
 */
public final class Main {
  private Main() {}

  /**
   * Starts the engine.
   *
   * @param args as {@link EngineMain} takes them, or {@code rates [--budget N] KEY...}
   */
  public static void main(String[] args) {
    Settings.setMissing();
    if (args.length > 0 && args[0].equals("rates")) {
      List<String> rest = List.of(args).subList(1, args.length);
      System.exit(new Rates(Catalogue.claims(), System.out, System.err).run(rest));
    }
    EngineMain.main(new LincheckEngine(), args);
  }
}
