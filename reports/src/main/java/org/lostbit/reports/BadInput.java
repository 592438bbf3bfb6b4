package org.lostbit.reports;

/** What the user gave is not understood: one sentence that names it and says how to mend it. */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the sentence that the user reads. */
  public BadInput(String sentence) {
    super(sentence);
  }
}
