package org.lostbit.stress;

import java.util.Arrays;
import java.util.List;
import org.lostbit.claims.engine.EngineMain;

/** The jcstress engine's process: runs the claims and writes verdicts, or measures rates. */
public final class Main {
  private static final int USAGE = 64;

  private Main() {}

  /**
   * Runs the engine.
   *
   * @param args as {@link EngineMain#main}; or {@code rates KEY... --budgets N}
   */
  public static void main(String[] args) {
    List<String> words = Arrays.asList(args);
    try {
      if (!words.isEmpty() && words.get(0).equals("rates")) {
        System.exit(Rates.ofThisJvm().run(words.subList(1, words.size())));
      }
      EngineMain.main(new StressEngine(), args);
    } catch (IllegalArgumentException wrongProperty) {
      System.err.println("jcstress engine: " + wrongProperty.getMessage());
      System.exit(USAGE);
    }
  }
}
