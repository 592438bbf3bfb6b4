package org.lostbit.claims.verdict;

import java.util.List;
import org.lostbit.claims.MemoryModel;

/**
 * The fact that a search saw everything in its bound. Only the explorer makes one (a test holds
 * that), and it cannot be made of a search that left something out.
 *
 * @param model the memory model explored
 * @param bound what was explored, in words: threads, stores, calls, pages
 * @param executions the interleavings of visible steps that the search stands for (saturates at
 *     {@link Long#MAX_VALUE})
 * @param exact whether there are exactly that many executions; if not, at least
 * @param states the distinct states visited
 * @param transitions the steps taken between them
 * @param unexplored what was left out; must be 0
 * @param fingerprintBits the length of the hash by which states were told apart; 0 if exact
 * @param reached how many end states came through each interesting state
 */
public record Exhaustion(
    MemoryModel model,
    String bound,
    long executions,
    boolean exact,
    long states,
    long transitions,
    long unexplored,
    int fingerprintBits,
    List<Verdict.Reached> reached) {
  /** Refuses to be built of anything but a finished, non-empty search. */
  public Exhaustion {
    reached = List.copyOf(reached);
    if (unexplored != 0) {
      throw new IllegalArgumentException(unexplored + " branches are unexplored: not exhausted");
    }
    if (executions < 1 || states < 1) {
      throw new IllegalArgumentException("no execution was seen: nothing is proved");
    }
    if (bound.isBlank()) {
      throw new IllegalArgumentException("exhaustive is only said together with a bound");
    }
  }
}
