package org.lostbit.claims.engine;

import org.lostbit.claims.Claim;
import org.lostbit.claims.EngineName;
import org.lostbit.claims.MemoryModel;
import org.lostbit.claims.verdict.Verdict;

/** Whoever looks at claims. Found by {@link java.util.ServiceLoader}; runs in a JVM of its own. */
public interface Engine {
  /** The engine's name. */
  EngineName name();

  /** The memory model that its verdicts count for. */
  MemoryModel model();

  /** Whether it can prove. */
  boolean exhaustive();

  /** Looks at one claim. Never throws because of the claim: what broke is {@code Failed}. */
  Verdict judge(Claim claim);
}
