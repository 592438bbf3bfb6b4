package org.lostbit.model.kvm;

import org.lostbit.model.linux.Errno;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.KernelFunction;
import org.lostbit.model.memory.Memory;
import org.lostbit.model.memory.Word;

/**
 * {@code __kvm_set_memory_region} of v3.2 to v3.6: copies the whole array of slots, changes one and
 * publishes the copy; a deletion publishes the slot as INVALID first.
 */
public final class PerSlotMemoryRegion implements SetUserMemoryRegion {
  private static final int PAGE_SHIFT = 12;
  private static final long KVM_MEM_MAX_NR_PAGES = (1L << 31) - 1;

  @Override
  @KernelFunction(
      name = "__kvm_set_memory_region",
      file = "virt/kvm/kvm_main.c",
      since = "v3.2",
      until = "v3.6",
      steps = {
        "0 kvm_set_memory_region: mutex_lock(&kvm->slots_lock)",
        "1 new = old = *memslot",
        "2 if (!(new.flags & KVM_MEM_LOG_DIRTY_PAGES)) new.dirty_bitmap = NULL",
        "4 kvm_create_dirty_bitmap(&new)",
        "5 id_to_memslot(slots, mem->slot)->flags |= KVM_MEMSLOT_INVALID; rcu_assign_pointer;"
            + " synchronize_srcu_expedited; kvm_arch_flush_shadow",
        "7 slots = kmemdup(kvm->memslots, sizeof(struct kvm_memslots), GFP_KERNEL)",
        "9 update_memslots; rcu_assign_pointer(kvm->memslots, slots); synchronize_srcu_expedited",
        "10 kvm_arch_commit_memory_region",
        "11 if (npages && old.base_gfn != base_gfn) kvm_arch_flush_shadow(kvm)",
        "12 kvm_free_physmem_slot(&old, &new)"
      },
      differs = "rmap, iommu and the number of shadow pages are not modelled; no allocation fails")
  public int kvmSetMemoryRegion(Kvm kvm, Actor actor, MemoryRegion region) {
    actor.step("0");
    kvm.slotsLock().lock(actor);
    try {
      int error = check(kvm, region);
      return error != 0 ? error : change(kvm, actor, region);
    } finally {
      kvm.slotsLock().unlock(actor);
    }
  }

  /** The checks that come before anything changes. {@code slots_lock} is held. */
  private static int check(Kvm kvm, MemoryRegion region) {
    long unaligned =
        (region.memorySize() | region.guestPhysAddr() | region.userspaceAddr())
            & (MemoryRegion.PAGE_SIZE - 1);
    if (unaligned != 0
        || region.slot() < 0
        || region.slot() >= KvmMemslots.KVM_MEMORY_SLOTS
        || region.memorySize() >>> PAGE_SHIFT > KVM_MEM_MAX_NR_PAGES
        || Long.compareUnsigned(
                region.guestPhysAddr() + region.memorySize(), region.guestPhysAddr())
            < 0) {
      return -Errno.EINVAL;
    }
    KvmMemslots slots = kvm.memslots().readPlain();
    if (region.slot() >= slots.capacity()) {
      throw new IllegalArgumentException("slot " + region.slot() + " has no cells in this run");
    }
    long npages = region.memorySize() >>> PAGE_SHIFT;
    long baseGfn = region.guestPhysAddr() >>> PAGE_SHIFT;
    long oldPages = slots.idToMemslot(region.slot()).npages().readPlain();
    if (npages != 0 && oldPages != 0 && npages != oldPages) {
      return -Errno.EINVAL;
    }
    return overlaps(slots, region.slot(), baseGfn, npages) ? -Errno.EEXIST : 0;
  }

  private static boolean overlaps(KvmMemslots slots, int id, long baseGfn, long npages) {
    for (int other = 0; other < slots.capacity(); other++) {
      if (other != id) {
        KvmMemorySlot slot = slots.idToMemslot(other);
        long base = slot.baseGfn().readPlain();
        long pages = slot.npages().readPlain();
        if (pages != 0 && baseGfn < base + pages && base < baseGfn + npages) {
          return true;
        }
      }
    }
    return false;
  }

  private static int change(Kvm kvm, Actor actor, MemoryRegion region) {
    long npages = region.memorySize() >>> PAGE_SHIFT;
    boolean log = npages != 0 && (region.flags() & KvmMemorySlot.KVM_MEM_LOG_DIRTY_PAGES) != 0;
    actor.step("1");
    KvmMemslots old = kvm.memslots().readPlain();
    KvmMemorySlot oldSlot = old.idToMemslot(region.slot());
    boolean existed = oldSlot.npages().readPlain() != 0;
    long oldBase = oldSlot.baseGfn().readPlain();
    DirtyBitmap oldBitmap = oldSlot.dirtyBitmap().readPlain();
    actor.step(log ? "4" : "2");
    DirtyBitmap bitmap = null;
    if (log) {
      bitmap =
          oldBitmap != null
              ? oldBitmap
              : Memory.alloc(() -> new DirtyBitmap("slot" + region.slot(), npages));
    }
    if (npages == 0) {
      actor.step("5");
      KvmMemslots invalid = duplicate(old);
      Word flags = invalid.idToMemslot(region.slot()).flags();
      flags.writePlain(flags.readPlain() | KvmMemorySlot.KVM_MEMSLOT_INVALID);
      publish(kvm, actor, old, invalid);
      flushShadow(kvm, actor);
      old.free();
      old = invalid;
    }
    actor.step("7");
    KvmMemslots slots = duplicate(old);
    KvmMemorySlot slot = slots.idToMemslot(region.slot());
    slot.baseGfn().writePlain(region.guestPhysAddr() >>> PAGE_SHIFT);
    slot.npages().writePlain(npages);
    slot.flags().writePlain(log ? KvmMemorySlot.KVM_MEM_LOG_DIRTY_PAGES : 0);
    if (npages != 0 && !existed) {
      slot.userspaceAddr().writePlain(region.userspaceAddr() >>> PAGE_SHIFT);
    }
    slot.dirtyBitmap().writePlain(bitmap);
    actor.step("9");
    publish(kvm, actor, old, slots);
    actor.step("10");
    removeWriteAccess(kvm, actor, slot);
    actor.step("11");
    if (npages != 0 && oldBase != region.guestPhysAddr() >>> PAGE_SHIFT) {
      flushShadow(kvm, actor);
    }
    actor.step("12");
    if (oldBitmap != null && bitmap == null) {
      Memory.kfree(oldBitmap);
    }
    old.free();
    return 0;
  }

  private static KvmMemslots duplicate(KvmMemslots old) {
    int capacity = old.capacity();
    KvmMemslots copy = Memory.alloc(() -> new KvmMemslots(capacity));
    copy.copyFrom(old);
    return copy;
  }

  /** Replaces the map; when this returns no reader holds the old one any more. */
  private static void publish(Kvm kvm, Actor actor, KvmMemslots old, KvmMemslots slots) {
    slots.generation().writePlain(old.generation().readPlain() + 1);
    kvm.memslots().rcuAssignPointer(slots);
    kvm.srcu().synchronizeExpedited(actor);
  }

  /** {@code kvm_mmu_slot_remove_write_access}, with its flush inside {@code mmu_lock}. */
  @KernelFunction(
      name = "kvm_mmu_slot_remove_write_access",
      file = "arch/x86/kvm/mmu.c",
      since = "v3.2",
      until = "v3.15")
  private static void removeWriteAccess(Kvm kvm, Actor actor, KvmMemorySlot slot) {
    kvm.mmuLock().lock(actor);
    try {
      long base = slot.baseGfn().readPlain();
      long end = base + slot.npages().readPlain();
      GfnSpace space = kvm.shadow().space();
      for (int i = 0; i < space.size(); i++) {
        long gfn = space.gfn(i);
        if (gfn >= base && gfn < end) {
          Word sptep = kvm.shadow().spte(gfn);
          long spte = sptep.readPlain();
          if (Spte.isWritable(spte)) {
            kvm.functions().mmuSpteUpdate().mmuSpteUpdate(sptep, spte & ~Spte.WRITABLE);
          }
        }
      }
      kvm.functions().flushRemoteTlbs().kvmFlushRemoteTlbs(kvm, actor);
    } finally {
      kvm.mmuLock().unlock(actor);
    }
  }

  /** {@code kvm_arch_flush_shadow}: zaps every shadow page, under {@code mmu_lock}, and flushes. */
  @KernelFunction(
      name = "kvm_mmu_zap_all",
      file = "arch/x86/kvm/mmu.c",
      since = "v3.2",
      until = "v3.9")
  private static void flushShadow(Kvm kvm, Actor actor) {
    kvm.mmuLock().lock(actor);
    try {
      boolean zapped = false;
      GfnSpace space = kvm.shadow().space();
      for (int i = 0; i < space.size(); i++) {
        Word sptep = kvm.shadow().spte(space.gfn(i));
        if (sptep.readPlain() != 0) {
          sptep.xchg(0);
          zapped = true;
        }
      }
      if (zapped) {
        kvm.functions().flushRemoteTlbs().kvmFlushRemoteTlbs(kvm, actor);
      }
    } finally {
      kvm.mmuLock().unlock(actor);
    }
  }
}
