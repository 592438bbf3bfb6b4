package org.lostbit.model.memory;

/** Thrown on the JVM machine where a run breaks a property; the explored machine records it. */
public final class ModelViolation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Violation violation;

  /** A violation on its way to the engine that runs the thread. */
  public ModelViolation(Violation violation) {
    super(violation.toString());
    this.violation = violation;
  }

  /** What was broken. */
  public Violation violation() {
    return violation;
  }
}
