package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.KernelFunction;
import org.lostbit.model.memory.Word;

/**
 * {@code kvm_mmu_write_protect_pt_masked} of v3.5 and v3.6: protects page by page over the rmap.
 */
public final class WriteProtectRmap implements WriteProtectPtMasked {
  @Override
  @KernelFunction(
      name = "kvm_mmu_write_protect_pt_masked",
      file = "arch/x86/kvm/mmu.c",
      since = "v3.5",
      until = "v3.15",
      steps = {
        "1 rmapp = &slot->rmap[gfn_offset + __ffs(mask)]",
        "2 if (is_writable_pte(*sptep)) mmu_spte_update(sptep, spte & ~PT_WRITABLE_MASK)",
        "3 mask &= mask - 1"
      },
      differs = "the rmap of a frame holds at most one 4 KiB spte")
  public void writeProtect(Kvm kvm, Actor actor, KvmMemorySlot slot, long gfnOffset, long mask) {
    long base = slot.baseGfn().readPlain() + gfnOffset;
    for (long left = mask; left != 0; left &= left - 1) {
      actor.step("1");
      Word sptep = kvm.shadow().spte(base + Long.numberOfTrailingZeros(left));
      actor.step("2");
      long spte = sptep.readPlain();
      if (Spte.isPresent(spte) && Spte.isWritable(spte)) {
        kvm.functions().mmuSpteUpdate().mmuSpteUpdate(sptep, spte & ~Spte.WRITABLE);
      }
    }
  }
}
