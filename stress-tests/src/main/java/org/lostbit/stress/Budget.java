package org.lostbit.stress;

/**
 * How long the engine samples one claim.
 *
 * @param forks JVMs in one budget
 * @param millis how long each of them samples, after its warm-up
 * @param repeats how many budgets are spent at most on a claim that expects a violation
 * @param stride how many samples the threads run through between two rendezvous
 */
record Budget(int forks, int millis, int repeats, int stride) {
  private static final String PREFIX = "lostbit.stress.";

  /** Refuses what samples nothing. */
  Budget {
    if (forks < 1 || millis < 1 || repeats < 1 || stride < 1) {
      throw new IllegalArgumentException(
          "a budget of "
              + forks
              + " forks x "
              + millis
              + " ms, "
              + repeats
              + " repeats, stride "
              + stride
              + " samples nothing; use numbers from 1");
    }
  }

  /** What the system properties say: {@code lostbit.stress.forks}, {@code .millis}, ... */
  static Budget ofThisJvm() {
    return new Budget(
        number("forks", 1), number("millis", 1000), number("repeats", 10), number("stride", 1));
  }

  private static int number(String name, int otherwise) {
    String text = System.getProperty(PREFIX + name, "");
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          PREFIX + name + "=" + text + " is no number; use for example " + otherwise, e);
    }
  }

  @Override
  public String toString() {
    return forks + " x " + millis + " ms";
  }
}
