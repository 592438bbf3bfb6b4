package org.lostbit.explorer.search;

import java.util.List;
import org.lostbit.explorer.tree.LockEdge;
import org.lostbit.model.memory.Violation;

/**
 * A violation and the way to it.
 *
 * @param violation the property and how it is broken
 * @param moves the scheduled steps that lead there, see {@link Move}; invisible steps are left out
 * @param goal where the violation shows
 * @param edge for {@link Goal#LOCK_EDGE}, the edge that closes the cycle; else {@code null}
 */
public record Found(Violation violation, List<Move> moves, Goal goal, LockEdge edge) {
  /** Owns its list. */
  public Found {
    moves = List.copyOf(moves);
  }

  /** Where a violation shows. */
  public enum Goal {
    /** In the last operation itself, which has no effect. */
    OPERATION,
    /** Nobody can go on. */
    DEADLOCK,
    /** Somebody can go on, for ever, but there is no way to an end. */
    LIVELOCK,
    /** Everybody has ended. */
    END,
    /** A thread takes a lock inside another. */
    LOCK_EDGE
  }
}
