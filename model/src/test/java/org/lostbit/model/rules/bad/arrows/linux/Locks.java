package org.lostbit.model.rules.bad.arrows.linux;

/** Something of the package. */
public final class Locks {
  /** Its name. */
  public static final String NAME = "Locks";

  private Locks() {}
}
