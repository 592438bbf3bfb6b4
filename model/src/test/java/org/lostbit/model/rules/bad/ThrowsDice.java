package org.lostbit.model.rules.bad;

/** Does what chance says. */
public final class ThrowsDice {
  /** Does so. */
  public double dice() {
    return Math.random();
  }
}
