package org.lostbit.lincheck;

/** The system properties that this engine's JVM needs; read when the first class of model loads. */
final class Settings {
  private static final String WAIT = "lostbit.wait";
  private static final String MONITOR = "monitor";
  private static final String LOG_LEVEL = "lincheck.logLevel";

  /** What to say where they are missing. */
  static final String LACKING =
      "Lincheck cannot tell a thread that spins from one that works; start its JVM with -D"
          + WAIT
          + "="
          + MONITOR;

  private Settings() {}

  /** Sets what the command line leaves open; has an effect only before any class of model loads. */
  static void setMissing() {
    if (System.getProperty(WAIT) == null) {
      System.setProperty(WAIT, MONITOR);
    }
    // Lincheck warns of each field of a record and of a lambda that it cannot walk through.
    if (System.getProperty(LOG_LEVEL) == null) {
      System.setProperty(LOG_LEVEL, "ERROR");
    }
  }

  /** Whether threads wait as this engine needs it. */
  static boolean complete() {
    return MONITOR.equals(System.getProperty(WAIT));
  }
}
