package org.lostbit.model.rules.bad;

/** Asks which Java thread runs. */
public final class AsksForCurrentThread {
  /** Does so. */
  public String name() {
    return Thread.currentThread().getName();
  }
}
