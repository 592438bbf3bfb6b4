package org.lostbit.claims.scenario;

import java.util.Optional;
import org.lostbit.model.memory.Violation;

/** What a run must keep. */
public interface Property {
  /** What a violation of the property is of. */
  Violation.Kind kind();

  /** The property in words. */
  String words();

  /**
   * Looks at the instant at which a retrieval has returned to user space, while other threads run.
   */
  Optional<Violation> whenRetrievalReturned(World world);

  /** Looks at the end, when every thread and the final pass have ended. */
  Optional<Violation> atTheEnd(World world);
}
