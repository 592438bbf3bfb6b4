package org.lostbit.claims.engine;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What an engine's process is asked to do.
 *
 * @param all whether all claims are judged
 * @param runId the run that the verdicts belong to
 * @param out the directory for the verdict file
 * @param keys the claims, if not all
 */
record EngineArguments(boolean all, String runId, Path out, List<String> keys) {
  private static final String USAGE =
      "; say verify --run-id ID --out DIR, or check --run-id ID --out DIR KEY...";

  /** The arguments are not understood; the message says why and what is right. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  static EngineArguments parse(List<String> args) throws Wrong {
    Iterator<String> rest = args.iterator();
    String command = rest.hasNext() ? rest.next() : "";
    if (!command.equals("verify") && !command.equals("check")) {
      throw new Wrong((command.isEmpty() ? "no command" : "unknown command " + command) + USAGE);
    }
    String runId = "";
    String out = "";
    List<String> keys = new ArrayList<>();
    while (rest.hasNext()) {
      String word = rest.next();
      switch (word) {
        case "--run-id" -> runId = value(word, rest);
        case "--out" -> out = value(word, rest);
        default -> {
          if (word.startsWith("-")) {
            throw new Wrong("unknown option " + word + USAGE);
          }
          keys.add(word);
        }
      }
    }
    if (runId.isBlank() || out.isBlank()) {
      throw new Wrong((runId.isBlank() ? "--run-id" : "--out") + " is missing" + USAGE);
    }
    if (command.equals("verify") != keys.isEmpty()) {
      throw new Wrong(
          (keys.isEmpty()
                  ? "check names no claim"
                  : "verify takes no claim, but got " + keys.get(0))
              + USAGE);
    }
    try {
      return new EngineArguments(keys.isEmpty(), runId, Path.of(out), List.copyOf(keys));
    } catch (InvalidPathException e) {
      throw new Wrong("--out " + out + " is no path" + USAGE);
    }
  }

  private static String value(String option, Iterator<String> rest) throws Wrong {
    if (!rest.hasNext()) {
      throw new Wrong(option + " has no value" + USAGE);
    }
    return rest.next();
  }
}
