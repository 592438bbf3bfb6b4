package org.lostbit.model.rules.bad;

/** Has a field that changes. */
public final class PlainField {
  private long count;

  /** Changes it. */
  public long next() {
    return ++count;
  }
}
