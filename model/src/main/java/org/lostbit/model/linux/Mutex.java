package org.lostbit.model.linux;

import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Word;

/**
 * {@code struct mutex}: admits one thread; taking it may sleep, and so may its holder. Not
 * recursive. A primitive: one step each way.
 */
public final class Mutex {
  private static final long FREE = 0;

  private final String lockClass;
  private final Word word;

  /** A free mutex called {@code owner->name}, alone in its lock class. */
  public Mutex(Shared owner, String name) {
    this.lockClass = owner.label() + "->" + name;
    this.word = new Word(owner, name, FREE);
  }

  /** {@code mutex_lock}. Process context only: may sleep. */
  public void lock(Actor actor) {
    actor.mightSleep("mutex_lock(&" + lockClass + ")");
    actor.acquiring(lockClass, word);
    word.awaitCas(FREE, actor.index() + 1L);
    actor.acquired(lockClass, word, false);
  }

  /** {@code mutex_unlock}. The mutex must be held by this thread. */
  public void unlock(Actor actor) {
    actor.released(lockClass, word);
    word.storeRelease(FREE);
  }
}
