package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;

/** {@code set_spte}: installs the translation of a page, marking it where it becomes writable. */
@FunctionalInterface
public interface SetSpte extends KernelFunctionObject {
  /**
   * Installs a writable mapping. Under {@code mmu_lock}, inside an SRCU read section.
   *
   * @param pfn the frame of the host
   * @param canUnsync true for a fault, false where a guest page table is synced
   */
  void setSpte(Kvm kvm, Actor actor, long gfn, long pfn, boolean canUnsync);
}
