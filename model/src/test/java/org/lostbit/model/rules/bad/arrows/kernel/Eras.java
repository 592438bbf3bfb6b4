package org.lostbit.model.rules.bad.arrows.kernel;

/** Something of the package. */
public final class Eras {
  /** Its name. */
  public static final String NAME = "Eras";

  private Eras() {}
}
