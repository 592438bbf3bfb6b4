package org.lostbit.claims;

import static org.lostbit.claims.scenario.LostPage.NO_DIRTY_BIT_IS_LOST;
import static org.lostbit.claims.scenario.Scenario.gfn;
import static org.lostbit.claims.scenario.Scenario.scenario;
import static org.lostbit.claims.scenario.SlotSpec.slot;
import static org.lostbit.claims.scenario.StaleTlb.NO_STALE_TRANSLATION;

import org.lostbit.claims.scenario.Scenario;

/** The scenarios about retrieving the log. Pages 0 and 1 share a word; a slot has two words. */
final class LogRetrieval {
  private LogRetrieval() {}

  // spotless:off

  /** L1: does a bit that a vCPU sets while its word is harvested stay or get reported? */
  static final Scenario GUEST_STORE_VS_GET_DIRTY_LOG =
      scenario("GuestStoreVsGetDirtyLog",
          "A vCPU faults on one page while KVM_GET_DIRTY_LOG takes the bit of another of the same word:"
              + " is the new bit lost?")
      .given(slot(0).pages(128).logged())
      .before("VCPU", vcpu -> vcpu.store(gfn(1)))
      .before("VMM",  vmm  -> vmm.getDirtyLog(0).copyPages().writeGuest(gfn(0)))
      .thread("VMM",  vmm  -> vmm.getDirtyLog(0).copyPages())
      .thread("VCPU", vcpu -> vcpu.store(gfn(1)))
      .finallyQuiet(  vmm  -> vmm.getDirtyLog(0).copyPages())
      .must(NO_DIRTY_BIT_IS_LOST)
      .reaches("the retrieval in progress reports the store", w -> w.migration().reported(0, 1))
      .reaches("the bit waits for the next retrieval",        w -> w.migration().reported(1, 1))
      .reaches("the bit is taken before the store retires, and the guest faults again",
               w -> w.stat().pfFixed().readPlain() == 2)
      .build();

  /** L2: do two markers of one word keep each other's bit? */
  static final Scenario TWO_HOST_WRITES_IN_ONE_WORD =
      scenario("TwoHostWritesInOneWord",
          "Two threads mark different pages of one word of the log: can one bit vanish?")
      .given(slot(0).pages(128).logged())
      .thread("W1", w -> w.writeGuest(gfn(0)))
      .thread("W2", w -> w.writeGuest(gfn(1)))
      .finallyQuiet(vmm -> vmm.getDirtyLog(0).copyPages())
      .must(NO_DIRTY_BIT_IS_LOST)
      .reaches("both writes are reported",
               w -> w.migration().reported(0, 0) && w.migration().reported(0, 1))
      .build();

  /** L4: bits taken, then pages protected; what of a fault in between? */
  static final Scenario GUEST_FAULT_BETWEEN_TAKE_AND_PROTECT =
      scenario("GuestFaultBetweenTakeAndProtect",
          "A page is marked and write-protected. Its vCPU faults while KVM_GET_DIRTY_LOG takes the bit"
              + " and protects the page: can the page stay writable with its bit clear?")
      .given(slot(0).pages(128).logged())
      .before("VCPU", vcpu -> vcpu.store(gfn(0)))
      .before("VMM",  vmm  -> vmm.getDirtyLog(0).copyPages().writeGuest(gfn(0)))
      .thread("VMM",  vmm  -> vmm.getDirtyLog(0).copyPages())
      .thread("VCPU", vcpu -> vcpu.store(gfn(0)))
      .finallyQuiet(  vmm  -> vmm.getDirtyLog(0).copyPages())
      .must(NO_DIRTY_BIT_IS_LOST)
      .reaches("the retrieval reports the page and it is stored to again",
               w -> w.migration().reported(0, 0) && w.migration().reported(1, 0))
      .reaches("the page is protected between the fault and the store, and the guest faults again",
               w -> w.stat().pfFixed().readPlain() == 2)
      .build();

  /** L5, L6: a store through a translation walked just before the page is protected. */
  static final Scenario STORE_THROUGH_COLD_TLB =
      scenario("StoreThroughColdTlb",
          "A vCPU whose TLB is empty stores to a writable page while KVM_GET_DIRTY_LOG protects it:"
              + " can the store come after the copy, unseen?")
      .given(slot(0).pages(128).logged())
      .before("VCPU", vcpu -> vcpu.store(gfn(0)).dropTlb())
      .thread("VMM",  vmm  -> vmm.getDirtyLog(0).copyPages())
      .thread("VCPU", vcpu -> vcpu.store(gfn(0)))
      .finallyQuiet(  vmm  -> vmm.getDirtyLog(0).copyPages())
      .must(NO_DIRTY_BIT_IS_LOST)
      .reaches("the copy has the store",          w -> !w.migration().reported(1, 0))
      .reaches("the store comes after the flush", w -> w.migration().reported(1, 0))
      .reaches("the flush interrupts the guest",  w -> w.stat().irqExits().readPlain() > 0)
      .build();

  /** L5, L6: a store through a translation that the TLB has held all along. */
  static final Scenario STORE_THROUGH_WARM_TLB =
      scenario("StoreThroughWarmTlb",
          "A vCPU whose TLB holds a writable translation stores while KVM_GET_DIRTY_LOG protects the"
              + " page: can the store come after the copy, unseen?")
      .given(slot(0).pages(128).logged())
      .before("VCPU", vcpu -> vcpu.store(gfn(0)))
      .thread("VMM",  vmm  -> vmm.getDirtyLog(0).copyPages())
      .thread("VCPU", vcpu -> vcpu.store(gfn(0)))
      .finallyQuiet(  vmm  -> vmm.getDirtyLog(0).copyPages())
      .must(NO_DIRTY_BIT_IS_LOST)
      .reaches("the copy has the store",          w -> !w.migration().reported(1, 0))
      .reaches("the store comes after the flush", w -> w.migration().reported(1, 0))
      .reaches("the flush interrupts the guest",  w -> w.stat().irqExits().readPlain() > 0)
      .reaches("the vCPU flushes on its way in",  w -> w.stat().tlbFlush().readPlain() > 0)
      .build();

  /** L5: what is left in a TLB when the flush is done? */
  static final Scenario TRANSLATION_AFTER_FLUSH =
      scenario("TranslationAfterFlush",
          "KVM_GET_DIRTY_LOG protects a page whose writable translation is in a TLB, and returns: can"
              + " the guest still store through the old translation?")
      .given(slot(0).pages(128).logged())
      .before("VCPU", vcpu -> vcpu.store(gfn(0)))
      .thread("VMM",  vmm  -> vmm.getDirtyLog(0))
      .thread("VCPU", vcpu -> vcpu.store(gfn(0)))
      .finallyQuiet(  vmm  -> vmm.getDirtyLog(0).copyPages())
      .must(NO_STALE_TRANSLATION)
      .reaches("the store comes after the flush", w -> w.migration().reported(1, 0))
      .reaches("the flush interrupts the guest",  w -> w.stat().irqExits().readPlain() > 0)
      .reaches("the vCPU flushes on its way in",  w -> w.stat().tlbFlush().readPlain() > 0)
      .build();

  /** L8: what becomes of the bits when they cannot be copied out? */
  static final Scenario COPY_TO_USER_FAULTS =
      scenario("CopyToUserFaults",
          "copy_to_user faults after KVM_GET_DIRTY_LOG has taken the bits: does the next call report"
              + " them?")
      .given(slot(0).pages(128).logged())
      .copiesMayFault(1)
      .before("VMM", vmm -> vmm.writeGuest(gfn(0)))
      .thread("VMM", vmm -> vmm.getDirtyLog(0).copyPages())
      .finallyQuiet( vmm -> vmm.getDirtyLog(0).getDirtyLog(0).copyPages())
      .must(NO_DIRTY_BIT_IS_LOST)
      .reaches("the first call fails with EFAULT", w -> !w.migration().reported(0, 0))
      .build();

  /** L10: the mark follows the store; what if the log is read in between? */
  static final Scenario HOST_WRITE_VS_GET_DIRTY_LOG =
      scenario("HostWriteVsGetDirtyLog",
          "kvm_write_guest stores, then marks. KVM_GET_DIRTY_LOG runs in between, or between the load"
              + " and the clearing of the word: is the store lost?")
      .given(slot(0).pages(128).logged())
      .before("VMM", vmm -> vmm.writeGuest(gfn(0)))
      .thread("VMM", vmm -> vmm.getDirtyLog(0).copyPages())
      .thread("W",   w   -> w.writeGuest(gfn(1)))
      .finallyQuiet( vmm -> vmm.getDirtyLog(0).copyPages())
      .must(NO_DIRTY_BIT_IS_LOST)
      .reaches("the retrieval in progress reports the write", w -> w.migration().reported(0, 1))
      .reaches("the mark waits for the next retrieval",       w -> w.migration().reported(1, 1))
      .build();

  // spotless:on
}
