package org.lostbit.model.rules.bad.arrows.kvm;

import org.lostbit.model.rules.bad.arrows.kernel.Eras;

/** Looks the wrong way. */
public final class SlotsKnowEras {
  private SlotsKnowEras() {}

  /** At this. */
  public static String looksAt() {
    return Eras.NAME + Eras.class.getName();
  }
}
