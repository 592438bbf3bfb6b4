package org.lostbit.model.memory;

import java.util.Optional;

/**
 * A look at many cells at one instant, by nobody: an invariant that a property asks for.
 *
 * <p>Only the explored machine can look at one instant while threads run; the JVM machine makes no
 * observation before all threads have ended.
 */
@FunctionalInterface
public interface Observation {
  /** The violation that this instant shows, if it shows one. Reads cells, writes none. */
  Optional<Violation> look();
}
