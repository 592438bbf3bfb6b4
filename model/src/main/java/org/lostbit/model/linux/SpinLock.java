package org.lostbit.model.linux;

import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Word;

/**
 * {@code spinlock_t}: admits one thread; its holder must not sleep. Taking it is an acquire, giving
 * it back a release, and neither is a full barrier. A primitive: one step each way.
 */
public final class SpinLock {
  private static final long FREE = 0;

  private final String lockClass;
  private final Word word;

  /** A free lock called {@code owner->name}, alone in its lock class. */
  public SpinLock(Shared owner, String name) {
    this.lockClass = owner.label() + "->" + name;
    this.word = new Word(owner, name, FREE);
  }

  /** {@code spin_lock}. Any context; the lock must not be held by this thread. */
  public void lock(Actor actor) {
    actor.acquiring(lockClass, word);
    word.awaitCas(FREE, holder(actor));
    actor.acquired(lockClass, word, true);
  }

  /** {@code spin_unlock}. The lock must be held by this thread. */
  public void unlock(Actor actor) {
    actor.released(lockClass, word);
    word.storeRelease(FREE);
  }

  /** The value of the lock word while {@code actor} holds the lock. */
  private static long holder(Actor actor) {
    return actor.index() + 1L;
  }
}
