package org.lostbit.model.rules.bad.arrows.kvm;

/** Something of the package. */
public final class Slots {
  /** Its name. */
  public static final String NAME = "Slots";

  private Slots() {}
}
