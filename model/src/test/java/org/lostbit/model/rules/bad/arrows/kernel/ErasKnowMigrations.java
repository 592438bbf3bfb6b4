package org.lostbit.model.rules.bad.arrows.kernel;

import org.lostbit.model.rules.bad.arrows.vmm.Migrations;

/** Looks the wrong way. */
public final class ErasKnowMigrations {
  private ErasKnowMigrations() {}

  /** At this. */
  public static String looksAt() {
    return Migrations.NAME + Migrations.class.getName();
  }
}
