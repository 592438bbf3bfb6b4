package org.lostbit.model.rules.bad;

import java.util.concurrent.atomic.AtomicLong;

/** Shares by java.util.concurrent. */
public final class UsesAtomic {
  private final AtomicLong count = new AtomicLong();

  /** Does so. */
  public long next() {
    return count.incrementAndGet();
  }
}
