package org.lostbit.reports.gate;

/** The end of a sentence. */
final class Sentence {
  private Sentence() {}

  /** {@code text} with one full stop at its end. */
  static String ended(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
