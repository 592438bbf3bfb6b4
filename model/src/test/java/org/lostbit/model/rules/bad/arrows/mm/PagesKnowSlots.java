package org.lostbit.model.rules.bad.arrows.mm;

import org.lostbit.model.rules.bad.arrows.kvm.Slots;

/** Looks the wrong way. */
public final class PagesKnowSlots {
  private PagesKnowSlots() {}

  /** At this. */
  public static String looksAt() {
    return Slots.NAME + Slots.class.getName();
  }
}
