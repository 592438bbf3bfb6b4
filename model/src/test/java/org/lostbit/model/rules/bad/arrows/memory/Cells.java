package org.lostbit.model.rules.bad.arrows.memory;

/** Something of the package. */
public final class Cells {
  /** Its name. */
  public static final String NAME = "Cells";

  private Cells() {}
}
