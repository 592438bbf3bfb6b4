package org.lostbit.architecture.bad;

import java.util.List;
import org.lostbit.claims.MemoryModel;
import org.lostbit.claims.verdict.Exhaustion;
import org.lostbit.claims.verdict.Verdict;

/** Claims a proof that it has not made. */
public final class SaysProved {
  private SaysProved() {}

  /** Does so. */
  public static Verdict verdict() {
    return new Verdict.Proved(
        new Exhaustion(MemoryModel.SC, "nothing", 1, true, 1, 1, 0, 0, List.of()));
  }
}
