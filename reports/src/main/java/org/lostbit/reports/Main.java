package org.lostbit.reports;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lostbit.claims.Catalogue;
import org.lostbit.claims.verdict.ModelDigest;
import org.lostbit.reports.engines.Engines;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. */
public final class Main {
  private static final int USAGE = 64;
  private static final int INTERNAL = 70;

  private Main() {}

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    Workbench bench =
        new Workbench(
            Catalogue.claims(),
            ModelDigest.ofThisJvm(),
            Engines.besideTheCommandLine(),
            System.out,
            System.err);
    System.exit(run(bench, args));
  }

  /** Runs one command; complaints are one sentence. */
  static int run(Workbench bench, String... args) {
    CommandLine line = new CommandLine(new Commands(bench));
    line.setParameterExceptionHandler(
        (wrong, words) -> {
          bench.err().println("lostbit: " + sentence(wrong));
          return USAGE;
        });
    line.setExecutionExceptionHandler(
        (broken, command, parsed) -> {
          if (broken instanceof BadInput) {
            bench.err().println("lostbit: " + broken.getMessage());
            return USAGE;
          }
          bench.err().println("lostbit: internal error, please report it:");
          broken.printStackTrace(bench.err());
          return INTERNAL;
        });
    line.setOut(new PrintWriter(bench.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(bench.err(), true, StandardCharsets.UTF_8));
    return line.execute(args);
  }

  private static String sentence(CommandLine.ParameterException wrong) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    String message = wrong.getMessage().lines().findFirst().orElse("not understood");
    String meant = "";
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      message = "'" + unmatched.getUnmatched().get(0) + "' is not understood";
      meant = suggestions.isEmpty() ? "" : ", did you mean " + suggestions.get(0) + "?";
    }
    return message + (meant.isEmpty() ? "; " : meant + " ") + "See " + command + " --help.";
  }
}
