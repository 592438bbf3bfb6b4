package org.lostbit.model.rules.bad;

/** Does what the time says. */
public final class AsksTheClock {
  /** Does so. */
  public long now() {
    return System.nanoTime();
  }
}
