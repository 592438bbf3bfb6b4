package org.lostbit.model.kvm;

import org.lostbit.model.memory.Word;

/** {@code mmu_spte_update}: replaces a present spte by another for the same page. */
@FunctionalInterface
public interface MmuSpteUpdate extends KernelFunctionObject {
  /**
   * Stores the new entry. Under {@code mmu_lock}.
   *
   * @return whether the change took a permission away that a TLB may still hold
   */
  boolean mmuSpteUpdate(Word sptep, long spte);
}
