package org.lostbit.explorer.tree;

import org.lostbit.model.memory.Violation;

/** A look came to a cell that is freed; thrown through it. */
public final class FreedRead extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Violation violation;

  FreedRead(String label) {
    super(null, null, false, false);
    this.violation =
        new Violation(
            Violation.Kind.USE_AFTER_FREE, "a property looked at " + label + ", which is freed");
  }

  /** The use after free that the look is. */
  public Violation violation() {
    return violation;
  }
}
