package org.lostbit.model.kvm;

import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Word;
import org.lostbit.model.memory.WordArray;

/**
 * The leaf level of the direct (TDP) shadow page table, and its reverse map: one 4 KiB spte per
 * guest frame. Logged slots have no larger mappings.
 */
public final class ShadowPageTable extends Shared {
  private final GfnSpace space;
  private final WordArray sptes;

  /** A table with nothing mapped. */
  ShadowPageTable(GfnSpace space) {
    super("mmu");
    this.space = space;
    this.sptes = new WordArray(this, "spte", space.size(), 0);
  }

  /** The entry of a frame. */
  public Word spte(long gfn) {
    return sptes.word(space.index(gfn));
  }

  /** The frames that have entries. */
  public GfnSpace space() {
    return space;
  }
}
