package org.lostbit.claims.verdict;

import java.util.List;

/** What may honestly be said after an engine looked at a claim. */
public sealed interface Verdict {

  /** Every execution in the bound was seen and none breaks the property. */
  record Proved(Exhaustion exhaustion) implements Verdict {}

  /**
   * An execution that breaks the property was seen.
   *
   * @param counterexample the execution
   * @param samples how many executions the engine had looked at when it saw it
   * @param hits how often it was seen; at least 1
   * @param reached how often each interesting state was reached
   */
  record Violated(Counterexample counterexample, long samples, long hits, List<Reached> reached)
      implements Verdict {
    /** Owns its list; a violation was seen at least once. */
    public Violated {
      reached = List.copyOf(reached);
      if (hits < 1) {
        throw new IllegalArgumentException("a violation that was seen has at least one hit");
      }
    }
  }

  /** Executions were sampled, none broke the property. Proves nothing. */
  record NotSeen(long samples, List<Reached> reached) implements Verdict {
    /** Owns its list. */
    public NotSeen {
      reached = List.copyOf(reached);
    }
  }

  /** An exhaustive search was cut short. */
  record Unfinished(String why, long executions, List<Reached> reached) implements Verdict {
    /** Owns its list. */
    public Unfinished {
      reached = List.copyOf(reached);
    }
  }

  /** The engine cannot see what the claim asks. */
  record NotSuited(String reason) implements Verdict {}

  /** The machine lacks what the engine needs. */
  record Skipped(String lacking) implements Verdict {}

  /** The engine broke: nothing is known. */
  record Failed(String reason) implements Verdict {}

  /**
   * How often an interesting state was reached.
   *
   * @param what the state in words
   * @param count executions or samples that came through it
   */
  record Reached(String what, long count) {}

  /** The word that reports and files use. */
  default String word() {
    if (this instanceof Proved) {
      return "PROVED";
    } else if (this instanceof Violated) {
      return "VIOLATED";
    } else if (this instanceof NotSeen) {
      return "NOT_SEEN";
    } else if (this instanceof Unfinished) {
      return "UNFINISHED";
    } else if (this instanceof NotSuited) {
      return "NOT_SUITED";
    } else if (this instanceof Skipped) {
      return "SKIPPED";
    }
    return "FAILED";
  }
}
