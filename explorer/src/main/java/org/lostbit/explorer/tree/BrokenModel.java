package org.lostbit.explorer.tree;

/**
 * The model code breaks a rule that exploration needs, such as being deterministic: nothing that
 * was found may be believed.
 */
public final class BrokenModel extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One sentence that says what and where. */
  public BrokenModel(String message) {
    super(message);
  }

  /** One sentence that says what and where, and what the model threw. */
  public BrokenModel(String message, Throwable cause) {
    super(message, cause);
  }
}
