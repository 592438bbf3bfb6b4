package org.lostbit.model.rules.bad.arrows.extra;

/** Something of the package. */
public final class Homeless {
  /** Its name. */
  public static final String NAME = "Homeless";

  private Homeless() {}
}
