package org.lostbit.model.rules.bad.arrows.memory;

import org.lostbit.model.rules.bad.arrows.linux.Locks;

/** Looks the wrong way. */
public final class CellsKnowLocks {
  private CellsKnowLocks() {}

  /** At this. */
  public static String looksAt() {
    return Locks.NAME + Locks.class.getName();
  }
}
