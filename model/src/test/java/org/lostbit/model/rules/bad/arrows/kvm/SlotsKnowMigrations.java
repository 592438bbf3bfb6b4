package org.lostbit.model.rules.bad.arrows.kvm;

import org.lostbit.model.rules.bad.arrows.vmm.Migrations;

/** Looks the wrong way. */
public final class SlotsKnowMigrations {
  private SlotsKnowMigrations() {}

  /** At this. */
  public static String looksAt() {
    return Migrations.NAME + Migrations.class.getName();
  }
}
