package org.lostbit.model.kvm;

import org.lostbit.model.linux.Errno;
import org.lostbit.model.linux.UserBuffer;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.KernelFunction;
import org.lostbit.model.memory.Word;

/**
 * {@code kvm_vm_ioctl_get_dirty_log} of v3.5 to v3.15, "srcu-less" (commit 60c34612b707): per word
 * it takes the bits, then protects their pages, flushes, and only then hands the bits out. The
 * order of the four is what keeps every page either dirty in the log or write-protected.
 *
 * <p>Each numbered step of the C function that a patch may change is a method of its own.
 */
public class SrculessGetDirtyLog implements GetDirtyLog {
  private static final int BITS_PER_LONG = 64;

  @Override
  @KernelFunction(
      name = "kvm_vm_ioctl_get_dirty_log",
      file = "arch/x86/kvm/x86.c",
      since = "v3.5",
      until = "v3.15",
      steps = {
        "1 mutex_lock(&kvm->slots_lock)",
        "2 memslot = id_to_memslot(kvm->memslots, log->slot)",
        "3 memset(dirty_bitmap_buffer, 0, n)",
        "4 spin_lock(&kvm->mmu_lock)",
        "5 for (i = 0; i < n / sizeof(long); i++)",
        "6 if (is_dirty) kvm_flush_remote_tlbs(kvm)",
        "7 spin_unlock(&kvm->mmu_lock)",
        "8 copy_to_user(log->dirty_bitmap, dirty_bitmap_buffer, n)",
        "9 mutex_unlock(&kvm->slots_lock)"
      })
  public final int kvmVmIoctlGetDirtyLog(Kvm kvm, Actor actor, int id, UserBuffer log) {
    actor.step("1");
    kvm.slotsLock().lock(actor);
    try {
      actor.step("2");
      if (id < 0 || id >= KvmMemslots.KVM_MEMORY_SLOTS) {
        return -Errno.EINVAL;
      }
      KvmMemorySlot memslot = kvm.memslots().rcuDereference().idToMemslot(id);
      DirtyBitmap bitmap = memslot == null ? null : memslot.dirtyBitmap().readPlain();
      if (bitmap == null) {
        return -Errno.ENOENT;
      }
      actor.step("3");
      int n = DirtyBitmap.words(memslot.npages().readPlain());
      for (int i = 0; i < n; i++) {
        bitmap.buffer().word(i).writePlain(0);
      }
      takeAndProtect(kvm, actor, memslot, bitmap, n);
      actor.step("8");
      return copyToUser(actor, bitmap, n, log);
    } finally {
      actor.step("9");
      kvm.slotsLock().unlock(actor);
    }
  }

  /** Steps 4 to 7. {@code slots_lock} is held. */
  @KernelFunction(
      name = "kvm_vm_ioctl_get_dirty_log",
      file = "arch/x86/kvm/x86.c",
      since = "v3.5",
      until = "v3.15",
      steps = {
        "4 spin_lock(&kvm->mmu_lock)",
        "5a if (!dirty_bitmap[i]) continue",
        "6 if (is_dirty) kvm_flush_remote_tlbs(kvm)",
        "7 spin_unlock(&kvm->mmu_lock)"
      })
  protected void takeAndProtect(
      Kvm kvm, Actor actor, KvmMemorySlot memslot, DirtyBitmap bitmap, int n) {
    actor.step("4");
    kvm.mmuLock().lock(actor);
    try {
      boolean isDirty = false;
      for (int i = 0; i < n; i++) {
        actor.step("5a");
        if (bitmap.live().word(i).readPlain() != 0) {
          isDirty = true;
          harvestWord(kvm, actor, memslot, bitmap, i);
        }
      }
      actor.step("6");
      if (isDirty) {
        flush(kvm, actor);
      }
    } finally {
      actor.step("7");
      kvm.mmuLock().unlock(actor);
    }
  }

  /** Steps 5b to 5d for one word that was seen not to be zero. {@code mmu_lock} is held. */
  @KernelFunction(
      name = "kvm_vm_ioctl_get_dirty_log",
      file = "arch/x86/kvm/x86.c",
      since = "v3.5",
      until = "v3.15",
      steps = {
        "5b mask = xchg(&dirty_bitmap[i], 0)",
        "5c dirty_bitmap_buffer[i] = mask",
        "5d kvm_mmu_write_protect_pt_masked(kvm, memslot, offset, mask)"
      })
  protected void harvestWord(
      Kvm kvm, Actor actor, KvmMemorySlot memslot, DirtyBitmap bitmap, int i) {
    actor.step("5b");
    long mask = take(bitmap.live().word(i));
    actor.step("5c");
    bitmap.buffer().word(i).writePlain(mask);
    actor.step("5d");
    protect(kvm, actor, memslot, i, mask);
  }

  /** Step 5b: takes the bits of a word and leaves it empty, at one instant. */
  protected long take(Word word) {
    return word.xchg(0);
  }

  /** Step 5d for word {@code i}. */
  protected final void protect(Kvm kvm, Actor actor, KvmMemorySlot memslot, int i, long mask) {
    kvm.functions()
        .writeProtectPtMasked()
        .writeProtect(kvm, actor, memslot, (long) i * BITS_PER_LONG, mask);
  }

  /** Step 6: the pages that were protected must not be stored to through an old translation. */
  protected void flush(Kvm kvm, Actor actor) {
    kvm.functions().flushRemoteTlbs().kvmFlushRemoteTlbs(kvm, actor);
  }

  /** Step 8. {@code slots_lock} is held; the bits are no longer in the live log. */
  protected int copyToUser(Actor actor, DirtyBitmap bitmap, int n, UserBuffer log) {
    return log.copyToUser(actor, bitmap.buffer(), n) == 0 ? 0 : -Errno.EFAULT;
  }
}
