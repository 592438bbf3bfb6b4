package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.KernelFunction;
import org.lostbit.model.memory.Word;

/**
 * {@code set_spte} for a writable 4 KiB mapping: marks the page, then makes it writable. A page
 * that is writable already is not marked again: its bit is set, or a reader is about to protect it.
 */
public final class DirectSetSpte implements SetSpte {
  private final long permissions;

  /**
   * The function of one kernel.
   *
   * @param permissions the bits of {@link Spte} that a writable mapping gets
   */
  public DirectSetSpte(long permissions) {
    this.permissions = permissions;
  }

  @Override
  @KernelFunction(
      name = "set_spte",
      file = "arch/x86/kvm/mmu.c",
      since = "v3.2",
      until = "v3.15",
      steps = {
        "0 mmu_set_spte: if (pfn != spte_to_pfn(*sptep)) drop_spte; kvm_flush_remote_tlbs",
        "1 if (!can_unsync && is_writable_pte(*sptep)) goto set_pte",
        "2 mark_page_dirty(vcpu->kvm, gfn)",
        "3 mmu_spte_update(sptep, spte)",
        "4 kvm_flush_remote_tlbs(vcpu->kvm)"
      })
  public void setSpte(Kvm kvm, Actor actor, long gfn, long pfn, boolean canUnsync) {
    long spte = Spte.of(pfn, permissions);
    Word sptep = kvm.shadow().spte(gfn);
    actor.step("0");
    long old = sptep.readPlain();
    if (Spte.isPresent(old) && Spte.pfn(old) != pfn) {
      sptep.xchg(0);
      kvm.functions().flushRemoteTlbs().kvmFlushRemoteTlbs(kvm, actor);
    }
    actor.step("1");
    if (canUnsync || !Spte.isWritable(sptep.readPlain())) {
      actor.step("2");
      kvm.functions().markPageDirty(kvm, actor, gfn);
    }
    actor.step("3");
    if (kvm.functions().mmuSpteUpdate().mmuSpteUpdate(sptep, spte)) {
      actor.step("4");
      kvm.functions().flushRemoteTlbs().kvmFlushRemoteTlbs(kvm, actor);
    }
  }
}
