package org.lostbit.model.rules.bad;

import org.lostbit.model.memory.Actor;

/** Keeps the actor where other threads find it. */
public final class ActorField {
  private final Actor actor = new Actor(0, "A");

  /** Whose it is. */
  public String name() {
    return actor.name();
  }
}
