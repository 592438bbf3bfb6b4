package org.lostbit.model.kvm;

/**
 * {@code struct kvm_userspace_memory_region}.
 *
 * @param slot the slot number
 * @param flags {@link KvmMemorySlot#KVM_MEM_LOG_DIRTY_PAGES} or 0
 * @param guestPhysAddr in bytes
 * @param memorySize in bytes; 0 deletes the slot
 * @param userspaceAddr in bytes
 */
public record MemoryRegion(
    int slot, long flags, long guestPhysAddr, long memorySize, long userspaceAddr) {
  /** The size of a page in bytes. */
  public static final long PAGE_SIZE = 4096;
}
