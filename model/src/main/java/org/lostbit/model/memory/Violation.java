package org.lostbit.model.memory;

/** A property that was broken, with one sentence that says how. */
public record Violation(Kind kind, String message) {

  /** The properties of the catalogue that a run can break. */
  public enum Kind {
    /** A page that was written is reported by no retrieval and pending nowhere. */
    LOST_PAGE("lost page"),
    /** A translation that was cached before a flush is still used after it. */
    STALE_TLB("stale TLB"),
    /** Freed memory was touched. */
    USE_AFTER_FREE("use after free"),
    /** A call that may sleep was made where sleeping is forbidden. */
    SLEEP_IN_ATOMIC("sleep in atomic context"),
    /** Two locks are taken in both orders. */
    LOCK_ORDER("lock-order inversion"),
    /** Threads wait for each other for ever. */
    DEADLOCK("deadlock"),
    /** Two threads are inside a section that admits one. */
    MUTUAL_EXCLUSION("mutual exclusion"),
    /** An assertion of the model's own code failed. */
    ASSERTION("assertion");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The property's name in plain words, as reports print it. */
    public String words() {
      return words;
    }
  }

  @Override
  public String toString() {
    return kind.words() + ": " + message;
  }
}
