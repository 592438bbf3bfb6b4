package org.lostbit.model.linux;

import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Memory;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Until;
import org.lostbit.model.memory.Violation;
import org.lostbit.model.memory.Word;
import org.lostbit.model.memory.WordArray;

/**
 * {@code struct srcu_struct} as a primitive: a grace period waits for every read section that was
 * open when it began, and for none that opened later. Readers may sleep.
 */
public final class SrcuStruct extends Shared {
  /**
   * For each thread the number of its outermost read sections, times two, plus one while one is
   * open. Written by that thread only.
   */
  private final WordArray sections;

  /** An SRCU domain for the threads with index 0 to {@code actors - 1}. */
  public SrcuStruct(String label, int actors) {
    super(label);
    this.sections = new WordArray(this, "section", actors, 0);
  }

  /** {@code srcu_read_lock}. May nest. */
  public void readLock(Actor actor) {
    if (actor.context().srcu() == 0) {
      Word own = sections.word(actor.index());
      own.writeOnce(own.readPlain() + 1);
      Memory.smpMb();
    }
    actor.srcu(1);
  }

  /** {@code srcu_read_unlock}. */
  public void readUnlock(Actor actor) {
    actor.srcu(-1);
    if (actor.context().srcu() == 0) {
      Word own = sections.word(actor.index());
      Memory.smpMb();
      own.writeOnce(own.readPlain() + 1);
    }
  }

  /**
   * {@code synchronize_srcu_expedited}: waits for the read sections that are open now. Process
   * context: may sleep; never inside a read section of this domain.
   */
  public void synchronizeExpedited(Actor actor) {
    actor.mightSleep("synchronize_srcu_expedited(&" + label() + ")");
    if (actor.context().srcu() > 0) {
      throw Memory.violation(
          Violation.Kind.DEADLOCK,
          actor.name()
              + " waits for a grace period of "
              + label()
              + " inside a read section of it");
    }
    Memory.smpMb();
    long[] snapshot = new long[sections.length()];
    for (int reader = 0; reader < snapshot.length; reader++) {
      snapshot[reader] = reader == actor.index() ? 0 : sections.word(reader).readOnce();
    }
    for (int reader = 0; reader < snapshot.length; reader++) {
      boolean open = (snapshot[reader] & 1) == 1;
      if (open) {
        sections.word(reader).await(Until.NOT_EQUAL, snapshot[reader]);
      }
    }
    Memory.smpMb();
  }
}
