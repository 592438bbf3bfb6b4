package org.lostbit.reports.gate;

/**
 * Why a run is red.
 *
 * @param code the exit code it asks for, one of the constants here
 * @param claim the claim's key; empty if it is about an engine as a whole
 * @param engine the engine's word; empty if it is about a claim as a whole
 * @param sentence what happened, for a tired reader
 */
public record Finding(int code, String claim, String engine, String sentence) {
  /** An engine failed: nothing that it says or leaves out can be believed. */
  public static final int ENGINE_FAILED = 30;

  /** What is there to be found was not found: the harness is blind. */
  public static final int BLIND = 20;

  /** An answer IMPOSSIBLE was violated. */
  public static final int VIOLATED = 10;

  /** A claim is not decided, or its answer is vacuous. */
  public static final int UNDECIDED = 1;

  /** The code in one or two words. */
  public String heading() {
    return switch (code) {
      case ENGINE_FAILED -> "engine failed";
      case BLIND -> "not found";
      case VIOLATED -> "violated";
      default -> "not decided";
    };
  }
}
