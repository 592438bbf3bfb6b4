package org.lostbit.stress;

import java.util.Optional;
import org.lostbit.model.memory.Violation;

/** How one sample ended, in the form in which a fork counts it and its parent reads it. */
sealed interface Ending {
  /** Separates the parts of the written form; no text of ours holds it. */
  String SEPARATOR = "\u001f";

  /** The property held. */
  record Held() implements Ending {}

  /** The property was broken. */
  record Broken(Violation violation) implements Ending {}

  /** Something else was thrown: the claim's code or the engine is at fault. */
  record Failed(String text) implements Ending {}

  /**
   * A thread was freed from a wait although its own sample was whole: the sample counts for
   * nothing.
   */
  record Dropped() implements Ending {}

  /** The written form. */
  default String written() {
    if (this instanceof Broken broken) {
      return "broken"
          + SEPARATOR
          + broken.violation.kind().name()
          + SEPARATOR
          + clean(broken.violation.message());
    } else if (this instanceof Failed failed) {
      return "failed" + SEPARATOR + clean(failed.text);
    }
    return this instanceof Held ? "held" : "dropped";
  }

  /** Reads the written form; empty if it is none. */
  static Optional<Ending> read(String written) {
    String[] parts = written.split(SEPARATOR, -1);
    return switch (parts[0] + parts.length) {
      case "held1" -> Optional.of(new Held());
      case "dropped1" -> Optional.of(new Dropped());
      case "failed2" -> Optional.of(new Failed(parts[1]));
      case "broken3" -> kind(parts[1]).map(kind -> new Broken(new Violation(kind, parts[2])));
      default -> Optional.empty();
    };
  }

  private static Optional<Violation.Kind> kind(String name) {
    for (Violation.Kind kind : Violation.Kind.values()) {
      if (kind.name().equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static String clean(String text) {
    String oneLine = text.replaceAll("[\\p{Cntrl}]+", " ");
    return oneLine.length() > 1000 ? oneLine.substring(0, 1000) + "..." : oneLine;
  }
}
