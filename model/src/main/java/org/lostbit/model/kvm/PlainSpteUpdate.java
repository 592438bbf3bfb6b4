package org.lostbit.model.kvm;

import org.lostbit.model.memory.KernelFunction;
import org.lostbit.model.memory.Word;

/**
 * {@code mmu_spte_update} of v3.5: every writer of an spte holds {@code mmu_lock}, so a plain store
 * will do.
 */
public final class PlainSpteUpdate implements MmuSpteUpdate {
  @Override
  @KernelFunction(
      name = "mmu_spte_update",
      file = "arch/x86/kvm/mmu.c",
      since = "v3.1",
      until = "v3.5",
      differs =
          "sptes have no accessed bit, so none is volatile and none is exchanged; up to v3.5 the caller"
              + " compares the old and the new permission")
  public boolean mmuSpteUpdate(Word sptep, long spte) {
    long old = sptep.readPlain();
    sptep.writePlain(spte);
    return Spte.isWritable(old) && !Spte.isWritable(spte);
  }
}
