package org.lostbit.claims;

/** Whether the bad outcome that a scenario asks for can happen. */
public enum Answer {
  /** No execution shows it. */
  IMPOSSIBLE,
  /** At least one execution shows it. */
  POSSIBLE
}
