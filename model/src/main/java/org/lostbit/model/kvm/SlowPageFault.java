package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.KernelFunction;
import org.lostbit.model.memory.Memory;
import org.lostbit.model.mm.HostMm;

/**
 * {@code tdp_page_fault} of v3.2 to v3.6 for a 4 KiB page: finds the host frame without locks, then
 * installs it under {@code mmu_lock} unless the host changed its mind.
 */
public final class SlowPageFault implements PageFault {
  @Override
  @KernelFunction(
      name = "tdp_page_fault",
      file = "arch/x86/kvm/mmu.c",
      since = "v3.2",
      until = "v3.6",
      steps = {
        "1 mmu_topup_memory_caches(vcpu)",
        "2 force_pt_level = mapping_level_dirty_bitmap(vcpu, gfn)",
        "3 if (fast_page_fault(vcpu, gpa, level, error_code)) return 0",
        "4 mmu_seq = vcpu->kvm->mmu_notifier_seq; smp_rmb()",
        "5 try_async_pf(vcpu, prefault, gfn, gpa, &pfn, write, &map_writable)",
        "6 spin_lock(&vcpu->kvm->mmu_lock)",
        "7 if (mmu_notifier_retry(vcpu, mmu_seq)) goto out_unlock",
        "8 r = __direct_map(vcpu, gpa, write, map_writable, level, gfn, pfn, prefault)",
        "9 spin_unlock(&vcpu->kvm->mmu_lock)"
      },
      differs =
          "every mapping is 4 KiB, so the look-up of step 2 decides nothing yet; a read fault is not"
              + " modelled; a frame without a slot and a host page that is gone are one case, an MMIO"
              + " exit")
  public boolean tdpPageFault(Kvm kvm, KvmVcpu vcpu, Actor actor, long gfn, boolean present) {
    actor.step("1");
    actor.mightSleep("mmu_topup_memory_caches");
    // Step 2 looks the slot up to choose 4 KiB; there is nothing else to choose here.
    actor.step("3");
    if (kvm.functions().fastPageFault().fastPageFault(kvm, vcpu, actor, gfn, present)) {
      return true;
    }
    actor.step("4");
    long mmuSeq = kvm.mmuNotifierSeq().readPlain();
    Memory.smpRmb();
    actor.step("5");
    long hva = kvm.gfnToHva(gfn);
    long pfn = hva < 0 ? HostMm.NO_PFN : kvm.mm().getUserPage(actor, hva);
    if (pfn == HostMm.NO_PFN) {
      return false;
    }
    actor.step("6");
    kvm.mmuLock().lock(actor);
    try {
      actor.step("7");
      if (kvm.functions().mmuNotifierRetry().mmuNotifierRetry(kvm, mmuSeq)) {
        return true;
      }
      actor.step("8");
      kvm.functions().setSpte().setSpte(kvm, actor, gfn, pfn, true);
      return true;
    } finally {
      actor.step("9");
      kvm.mmuLock().unlock(actor);
    }
  }
}
