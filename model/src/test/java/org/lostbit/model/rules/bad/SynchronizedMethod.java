package org.lostbit.model.rules.bad;

/** Locks by a monitor. */
public final class SynchronizedMethod {
  /** Does so. */
  public synchronized int locked() {
    return 1;
  }
}
