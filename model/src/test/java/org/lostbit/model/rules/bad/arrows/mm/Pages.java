package org.lostbit.model.rules.bad.arrows.mm;

/** Something of the package. */
public final class Pages {
  /** Its name. */
  public static final String NAME = "Pages";

  private Pages() {}
}
