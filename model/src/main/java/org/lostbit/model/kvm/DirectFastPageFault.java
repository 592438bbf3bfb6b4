package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.KernelFunction;
import org.lostbit.model.memory.Memory;
import org.lostbit.model.memory.Word;

/**
 * {@code fast_page_fault} of v3.6 (commit c7ba5b48cc8d): makes the spte writable by cmpxchg, then
 * marks the page. Interrupts are off, so a flusher waits until the mark is done.
 */
public final class DirectFastPageFault implements FastPageFault {
  @Override
  @KernelFunction(
      name = "fast_page_fault",
      file = "arch/x86/kvm/mmu.c",
      since = "v3.6",
      until = "v3.13",
      steps = {
        "0 if (!page_fault_can_be_fast(vcpu, error_code)) return false",
        "1 local_irq_disable(); vcpu->mode = READING_SHADOW_PAGE_TABLES; smp_mb()",
        "2 spte = *iterator.sptep; if (!is_rmap_spte(spte) || is_writable_pte(spte)) goto exit",
        "3 if (!spte_is_locklessly_modifiable(spte)) goto exit",
        "4a cmpxchg64(sptep, spte, spte | PT_WRITABLE_MASK) == spte",
        "4b mark_page_dirty(vcpu->kvm, gfn)",
        "5 smp_mb(); vcpu->mode = OUTSIDE_GUEST_MODE; local_irq_enable()"
      })
  public boolean fastPageFault(Kvm kvm, KvmVcpu vcpu, Actor actor, long gfn, boolean present) {
    actor.step("0");
    if (!present) {
      return false;
    }
    actor.step("1");
    vcpu.cpu().localIrqDisable(actor);
    vcpu.mode().writePlain(KvmVcpu.READING_SHADOW_PAGE_TABLES);
    Memory.smpMb();
    try {
      return fix(kvm, vcpu, actor, gfn);
    } finally {
      actor.step("5");
      Memory.smpMb();
      vcpu.mode().writePlain(KvmVcpu.OUTSIDE_GUEST_MODE);
      vcpu.cpu().localIrqEnable(actor);
    }
  }

  /** Steps 2 to 4. Interrupts are off. */
  @KernelFunction(
      name = "fast_pf_fix_direct_spte",
      file = "arch/x86/kvm/mmu.c",
      since = "v3.6",
      until = "v3.13",
      steps = {
        "2 spte = *iterator.sptep; if (!is_rmap_spte(spte) || is_writable_pte(spte)) goto exit",
        "3 if (!spte_is_locklessly_modifiable(spte)) goto exit",
        "4a cmpxchg64(sptep, spte, spte | PT_WRITABLE_MASK) == spte",
        "4b mark_page_dirty(vcpu->kvm, gfn)"
      })
  private static boolean fix(Kvm kvm, KvmVcpu vcpu, Actor actor, long gfn) {
    actor.step("2");
    Word sptep = kvm.shadow().spte(gfn);
    long spte = sptep.readOnce();
    // Zapped since the fault, or mended by another vCPU: the guest tries again.
    if (!Spte.isPresent(spte) || Spte.isWritable(spte)) {
      return true;
    }
    actor.step("3");
    if (!Spte.isLocklesslyModifiable(spte)) {
      return false;
    }
    actor.step("4a");
    if (sptep.tryCmpxchg(spte, spte | Spte.WRITABLE)) {
      vcpu.marking().note(gfn + 1);
      actor.step("4b");
      kvm.functions().markPageDirty(kvm, actor, gfn);
      vcpu.marking().note(0);
    }
    return true;
  }
}
