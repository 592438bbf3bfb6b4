package org.lostbit.model.rules.bad.arrows.linux;

import org.lostbit.model.rules.bad.arrows.mm.Pages;

/** Looks the wrong way. */
public final class LocksKnowPages {
  private LocksKnowPages() {}

  /** At this. */
  public static String looksAt() {
    return Pages.NAME + Pages.class.getName();
  }
}
