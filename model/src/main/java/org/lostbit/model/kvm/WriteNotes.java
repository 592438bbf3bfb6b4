package org.lostbit.model.kvm;

import org.lostbit.model.memory.Ghost;
import org.lostbit.model.memory.Shared;

/**
 * What one writer has written so far, kept outside the modelled memory for the property "lost
 * page": for each frame the version that it stored last, noted when the write is complete.
 */
public final class WriteNotes extends Shared {
  private final GfnSpace space;
  private final Ghost[] completed;

  /** The notes of the writer called {@code writer}; 0 means nothing written. */
  public WriteNotes(String writer, GfnSpace space) {
    super(writer);
    this.space = space;
    this.completed = new Ghost[space.size()];
    for (int i = 0; i < completed.length; i++) {
      completed[i] = new Ghost(this, "ghost_completed", i, 0);
    }
  }

  /** The last version of the frame whose write is complete. */
  public Ghost completed(long gfn) {
    return completed[space.index(gfn)];
  }
}
