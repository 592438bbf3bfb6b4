package org.lostbit.explorer.tree;

/**
 * The thread that one exploration runs on. The explored machine finds its exploration here, so
 * several may run side by side. Searches recurse, hence the large stack.
 */
public final class ExplorationThread extends Thread {
  private static final long STACK = 512L << 20;

  private Mode mode;
  private Throwable thrown;

  /** A thread that will run {@code body}. */
  public ExplorationThread(Runnable body) {
    super(null, body, "exploration", STACK);
    setDaemon(true);
    setUncaughtExceptionHandler((thread, throwable) -> thrown = throwable);
  }

  /** Starts, waits for the end and passes on what was thrown. */
  public void runToEnd() {
    start();
    try {
      join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an exploration", e);
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  Mode swap(Mode other) {
    Mode before = mode;
    mode = other;
    return before;
  }

  static ExplorationThread current() {
    if (Thread.currentThread() instanceof ExplorationThread exploration) {
      return exploration;
    }
    throw new IllegalStateException(
        "the explored machine runs model code on an explorer's own thread only;"
            + " use Explorer.explore, or -Dlostbit.machine=jvm");
  }

  static Mode mode() {
    Mode mode = current().mode;
    if (mode == null) {
      throw new BrokenModel("model code runs where the explorer asked for none");
    }
    return mode;
  }
}
