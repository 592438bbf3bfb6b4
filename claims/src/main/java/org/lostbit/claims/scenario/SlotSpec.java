package org.lostbit.claims.scenario;

import org.lostbit.model.kvm.KvmMemorySlot;
import org.lostbit.model.kvm.MemoryRegion;

/**
 * A memory slot of a start state. Its RAM lies in user space at {@link #HVA}, and its first frame
 * is gfn 0.
 *
 * @param id the slot number
 * @param pages its length in pages
 * @param logging whether the dirty log is on
 */
public record SlotSpec(int id, int pages, boolean logging) {
  /** The user address of gfn 0 in bytes. */
  static final long HVA = 0x7f00_0000_0000L;

  /** Slot {@code id}, as long as a word of the log, not logged. */
  public static SlotSpec slot(int id) {
    return new SlotSpec(id, 64, false);
  }

  /** The slot with another length. */
  public SlotSpec pages(int count) {
    return new SlotSpec(id, count, logging);
  }

  /** The slot with its dirty log on. */
  public SlotSpec logged() {
    return new SlotSpec(id, pages, true);
  }

  /** What user space passes to KVM_SET_USER_MEMORY_REGION. */
  MemoryRegion region() {
    return new MemoryRegion(
        id,
        logging ? KvmMemorySlot.KVM_MEM_LOG_DIRTY_PAGES : 0,
        0,
        pages * MemoryRegion.PAGE_SIZE,
        HVA);
  }
}
