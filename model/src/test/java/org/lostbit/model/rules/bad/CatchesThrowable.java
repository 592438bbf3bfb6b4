package org.lostbit.model.rules.bad;

/** Swallows whatever an engine throws. */
public final class CatchesThrowable {
  /** Does so. */
  public boolean run(Runnable body) {
    try {
      body.run();
      return true;
    } catch (Throwable stop) {
      return false;
    }
  }
}
