package org.lostbit.explorer.search;

/**
 * How much a search may do. Counted in states and steps, never in seconds: a verdict does not
 * depend on the machine.
 *
 * @param states the most states
 * @param transitions the most steps, those without a decision included
 * @param depth the most operations of a thread in one step of its program
 * @param afterViolation the most steps after the first violation, spent on reached states
 * @param interleavings the most states up to which interleavings are counted exactly
 * @param shortest the most states of the search for the shortest counterexample
 */
public record Budget(
    long states,
    long transitions,
    int depth,
    long afterViolation,
    long interleavings,
    long shortest) {

  /** Enough for the claims of the catalogue in 2 GB. */
  public static Budget standard() {
    return new Budget(20_000_000, 200_000_000, 20_000, 2_000_000, 4_000_000, 2_000_000);
  }

  /** The same with other bounds on states and steps. */
  public Budget within(long moreStates, long moreTransitions) {
    return new Budget(moreStates, moreTransitions, depth, afterViolation, interleavings, shortest);
  }
}
