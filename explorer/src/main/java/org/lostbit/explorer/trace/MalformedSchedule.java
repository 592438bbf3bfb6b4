package org.lostbit.explorer.trace;

/**
 * A schedule string that cannot be read, or does not run: one sentence that says why and the mend.
 */
public final class MalformedSchedule extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** One sentence that names the input and the mend. */
  public MalformedSchedule(String message) {
    super(message);
  }
}
