package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;

/** {@code mark_page_dirty_in_slot}: sets the bit of a page in the dirty log of its slot. */
@FunctionalInterface
public interface MarkPageDirty extends KernelFunctionObject {
  /**
   * Marks a page. Inside an SRCU read section, perhaps under {@code mmu_lock}; must not sleep,
   * cannot fail. Without a slot or without a log it does nothing.
   *
   * @param slot the slot that holds the frame; may be {@code null}
   * @param gfn the frame
   */
  void markPageDirtyInSlot(Actor actor, KvmMemorySlot slot, long gfn);
}
