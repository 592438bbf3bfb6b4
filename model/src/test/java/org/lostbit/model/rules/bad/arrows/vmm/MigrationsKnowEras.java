package org.lostbit.model.rules.bad.arrows.vmm;

import org.lostbit.model.rules.bad.arrows.kernel.Eras;

/** Looks the wrong way. */
public final class MigrationsKnowEras {
  private MigrationsKnowEras() {}

  /** At this. */
  public static String looksAt() {
    return Eras.NAME + Eras.class.getName();
  }
}
