package org.lostbit.model.rules.bad.arrows.vmm;

/** Something of the package. */
public final class Migrations {
  /** Its name. */
  public static final String NAME = "Migrations";

  private Migrations() {}
}
