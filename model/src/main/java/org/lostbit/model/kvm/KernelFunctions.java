package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;

/**
 * The functions that a kernel consists of. Whatever an era, a proposal, a bug or a patch changes is
 * called through here and nowhere else.
 */
public interface KernelFunctions {
  /** {@code kvm_vm_ioctl_get_dirty_log}. */
  GetDirtyLog getDirtyLog();

  /** {@code mark_page_dirty_in_slot}. */
  MarkPageDirty markPageDirty();

  /** {@code kvm_mmu_write_protect_pt_masked}. */
  WriteProtectPtMasked writeProtectPtMasked();

  /** {@code kvm_flush_remote_tlbs}. */
  FlushRemoteTlbs flushRemoteTlbs();

  /** {@code tdp_page_fault}. */
  PageFault pageFault();

  /** {@code fast_page_fault}. */
  FastPageFault fastPageFault();

  /** {@code set_spte}. */
  SetSpte setSpte();

  /** {@code mmu_spte_update}. */
  MmuSpteUpdate mmuSpteUpdate();

  /** {@code mmu_notifier_retry}. */
  MmuNotifierRetry mmuNotifierRetry();

  /** {@code vcpu_enter_guest}. */
  VcpuEnterGuest vcpuEnterGuest();

  /** {@code kvm_write_guest_page}. */
  WriteGuest writeGuest();

  /** {@code __kvm_set_memory_region}. */
  SetUserMemoryRegion setUserMemoryRegion();

  /** {@code mark_page_dirty}: looks the slot up anew, then marks. */
  default void markPageDirty(Kvm kvm, Actor actor, long gfn) {
    markPageDirty().markPageDirtyInSlot(actor, kvm.gfnToMemslot(gfn), gfn);
  }
}
