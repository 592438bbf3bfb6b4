package org.lostbit.model.rules.bad;

/** Keeps something per Java thread. */
public final class UsesThreadLocal {
  private final ThreadLocal<String> current = new ThreadLocal<>();

  /** Reads it. */
  public String name() {
    return current.get();
  }
}
