package org.lostbit.reports.gate;

import java.util.List;
import org.lostbit.claims.verdict.Verdict;

/** How often an engine reached the interesting states, whatever its verdict. */
public final class Interests {
  private Interests() {}

  /** What {@code verdict} says was reached; empty if it says nothing of it, or is {@code null}. */
  public static List<Verdict.Reached> of(Verdict verdict) {
    if (verdict instanceof Verdict.Proved proved) {
      return proved.exhaustion().reached();
    } else if (verdict instanceof Verdict.Violated violated) {
      return violated.reached();
    } else if (verdict instanceof Verdict.NotSeen notSeen) {
      return notSeen.reached();
    } else if (verdict instanceof Verdict.Unfinished unfinished) {
      return unfinished.reached();
    }
    return List.of();
  }
}
