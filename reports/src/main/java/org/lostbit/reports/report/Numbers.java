package org.lostbit.reports.report;

import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
  private Numbers() {}

  /** With a comma after each three digits; a count that ran over says so. */
  static String grouped(long number) {
    return number == Long.MAX_VALUE
        ? "more than 9,000,000,000,000,000,000"
        : String.format(Locale.ROOT, "%,d", number);
  }

  /** A number of things: {@code 1 step}, {@code 12 steps}. */
  static String count(long number, String thing) {
    return grouped(number) + " " + thing + (number == 1 ? "" : "s");
  }

  /** Seconds with as many digits as mean something. */
  static String seconds(double seconds) {
    return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.0f s", seconds);
  }
}
