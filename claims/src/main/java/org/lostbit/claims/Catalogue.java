package org.lostbit.claims;

import static org.lostbit.claims.ClaimBuilder.claim;

import java.util.List;
import org.lostbit.claims.bugs.FlushWithoutWait;
import org.lostbit.claims.bugs.NonAtomicMark;
import org.lostbit.claims.bugs.ReadThenZero;
import org.lostbit.claims.bugs.SkipTlbFlush;
import org.lostbit.claims.bugs.WriteProtectBeforeTake;
import org.lostbit.model.kernel.Kernel;
import org.lostbit.model.kernel.MergeBackOnFault;

/** Every claim: the product's table of contents. */
public final class Catalogue {
  private static final String ONE_THREAD = "the scenario has one thread, and jcstress needs two";
  private static final String ONLY_ALL_EXECUTIONS =
      "an order of locks is collected over all executions, and this engine sees one at a time";

  private static final String TOO_RARE =
      "real CPUs meet it too seldom: fewer than the 30 expected hits per budget that a sampler must"
          + " promise";
  private static final String ONLY_ONE_INSTANT =
      "the property looks at one instant while threads run, and no instant of a running JVM can be"
          + " looked at as a whole";

  private static final PlantedBug K01 =
      new PlantedBug("K01", "Pages protected before their bits are taken", "edde99ce0529", "v3.6");
  private static final PlantedBug K02 =
      new PlantedBug("K02", "No TLB flush after pages are protected", "171d595d3b32", "v3.5");
  private static final PlantedBug K03 =
      new PlantedBug("K03", "TLB flush requested but not awaited", "qemu:9458a9a1df1a", "v3.5");
  private static final PlantedBug K07 =
      new PlantedBug(
          "K07", "Dirty bit set by a non-atomic read-modify-write", "60c34612b707", "v3.5");
  private static final PlantedBug K08 =
      new PlantedBug("K08", "Word of the log read, then zeroed", "", "v3.5");
  private static final PlantedBug LW2 =
      new PlantedBug("LW2", "Word of the log read, then zeroed, by itself", "", "primitives");
  private static final PlantedBug LW3 =
      new PlantedBug("LW3", "Bits of a word set by non-atomic markers", "", "primitives");
  private static final PlantedBug N9 =
      new PlantedBug("N9", "copy_to_user under a spin lock", "", "primitives");
  private static final PlantedBug LO1 =
      new PlantedBug("LO1", "Two locks taken in both orders", "", "primitives");
  private static final PlantedBug SL2 =
      new PlantedBug("SL2", "Spin lock forgotten by one thread", "", "primitives");
  private static final PlantedBug IP2 =
      new PlantedBug("IP2", "IPI sent but not awaited", "", "primitives");

  private Catalogue() {}

  /** All claims, in the order in which reports list them. */
  public static List<Claim> claims() {
    // spotless:off
    return List.of(
        claim("L1", LogRetrieval.GUEST_STORE_VS_GET_DIRTY_LOG, Kernel.V3_5)
            .holds("set_spte marks and the retrieval takes under mmu_lock, so neither falls inside the other: the bit is taken, or it stays."),
        claim("L1", LogRetrieval.GUEST_STORE_VS_GET_DIRTY_LOG, Kernel.V3_6)
            .holds("The lockless fault marks without mmu_lock, but by one atomic operation: xchg returns the bit, or the bit stays."),
        claim("L2", LogRetrieval.TWO_HOST_WRITES_IN_ONE_WORD, Kernel.V3_5)
            .holds("test_and_set_bit is atomic, so neither marker can wipe out the other's bit."),
        claim("L4", LogRetrieval.GUEST_FAULT_BETWEEN_TAKE_AND_PROTECT, Kernel.V3_5)
            .holds("The bit is taken before the page is protected, and every fault needs mmu_lock."),
        claim("L4", LogRetrieval.GUEST_FAULT_BETWEEN_TAKE_AND_PROTECT, Kernel.V3_6)
            .holds("The bit is taken before the page is protected: a lockless fault in between is protected again, one after it marks anew."),
        claim("L5-cold-tlb", LogRetrieval.STORE_THROUGH_COLD_TLB, Kernel.V3_5)
            .holds("The flush waits out the instruction that has the old translation, and user space copies after it."),
        claim("L5-warm-tlb", LogRetrieval.STORE_THROUGH_WARM_TLB, Kernel.V3_5)
            .holds("The flush drops the translation before the call returns, and user space copies after that."),
        claim("L5-cold-tlb", LogRetrieval.STORE_THROUGH_COLD_TLB, Kernel.V3_6)
            .holds("As v3.5; a vCPU in a lockless fault has interrupts off and is waited for too."),
        claim("L5-warm-tlb", LogRetrieval.STORE_THROUGH_WARM_TLB, Kernel.V3_6)
            .holds("As v3.5; the lockless fault that follows marks the page anew."),
        claim("L5-stale-tlb", LogRetrieval.TRANSLATION_AFTER_FLUSH, Kernel.V3_5)
            .unsuited(EngineName.LINCHECK, ONLY_ONE_INSTANT)
            .unsuited(EngineName.JCSTRESS, ONLY_ONE_INSTANT)
            .holds("A vCPU that is inside the guest is interrupted and awaited; one that is outside flushes before it enters."),
        claim("L10", LogRetrieval.HOST_WRITE_VS_GET_DIRTY_LOG, Kernel.V3_5)
            .under(MemoryModel.LKMM, Answer.IMPOSSIBLE)
            .holds("The mark comes after the store and is fully ordered: who takes the bit copies the store."),
        claim(LogWord.ATOMIC)
            .holds("Each operation on the word is atomic: a bit is in what was taken, or still set."),
        claim(Primitives.SPIN_LOCK_EXCLUDES)
            .holds("A spin lock admits one thread."),
        claim(Primitives.MUTEX_EXCLUDES)
            .holds("A mutex admits one thread."),
        claim(Primitives.IPI_RENDEZVOUS)
            .holds("Who waits for an IPI waits out the instruction that it interrupts."),
        claim(Primitives.SRCU_GRACE_PERIOD)
            .holds("A grace period waits for every read section that was open when it began."),

        claim("L8", LogRetrieval.COPY_TO_USER_FAULTS, Kernel.V3_5)
            .unsuited(EngineName.JCSTRESS, ONE_THREAD)
            .standingHole("L8/v3.5+merge-back-on-fault",
                "The bits are cleared and the pages protected before the copy; after EFAULT the next call zeroes the only copy of them."),
        claim("L8", LogRetrieval.COPY_TO_USER_FAULTS, Kernel.V3_5.with(new MergeBackOnFault()))
            .unsuited(EngineName.JCSTRESS, ONE_THREAD)
            .holds("The bits go back into the live log, where the next call finds them; the pages are protected and marked, which is allowed."),

        claim("L4", LogRetrieval.GUEST_FAULT_BETWEEN_TAKE_AND_PROTECT, Kernel.V3_6.with(new WriteProtectBeforeTake()))
            .unsuited(EngineName.JCSTRESS, TOO_RARE)
            .planted(K01, "A lockless fault between protecting and taking leaves the page writable while its bit is taken."),
        claim("L5-cold-tlb", LogRetrieval.STORE_THROUGH_COLD_TLB, Kernel.V3_5.with(new SkipTlbFlush()))
            .unsuited(EngineName.JCSTRESS, TOO_RARE)
            .planted(K02, "An instruction that walked before the page was protected stores after it was copied."),
        claim("L5-warm-tlb", LogRetrieval.STORE_THROUGH_WARM_TLB, Kernel.V3_5.with(new SkipTlbFlush()))
            .planted(K02, "The TLB still lets the guest store to a page that is protected and whose bit is clear."),
        claim("L5-stale-tlb", LogRetrieval.TRANSLATION_AFTER_FLUSH, Kernel.V3_5.with(new SkipTlbFlush()))
            .unsuited(EngineName.LINCHECK, ONLY_ONE_INSTANT)
            .unsuited(EngineName.JCSTRESS, ONLY_ONE_INSTANT)
            .planted(K02, "The vCPU is in guest mode with a translation that lets it store, and nobody interrupts it."),
        claim("L5-cold-tlb", LogRetrieval.STORE_THROUGH_COLD_TLB, Kernel.V3_5.with(new FlushWithoutWait()))
            .unsuited(EngineName.JCSTRESS, TOO_RARE)
            .planted(K03, "The instruction that has the old translation is not waited for and stores after the copy."),
        claim("L5-stale-tlb", LogRetrieval.TRANSLATION_AFTER_FLUSH, Kernel.V3_5.with(new FlushWithoutWait()))
            .unsuited(EngineName.LINCHECK, ONLY_ONE_INSTANT)
            .unsuited(EngineName.JCSTRESS, ONLY_ONE_INSTANT)
            .planted(K03, "The interrupt is sent and not awaited: the instruction that has its translation has not stored yet."),
        claim("L2", LogRetrieval.TWO_HOST_WRITES_IN_ONE_WORD, Kernel.V3_5.with(new NonAtomicMark()))
            .planted(K07, "Both markers load the empty word, and the later store wipes out the earlier bit."),
        claim("L10", LogRetrieval.HOST_WRITE_VS_GET_DIRTY_LOG, Kernel.V3_5.with(new ReadThenZero()))
            .planted(K08, "The bit set between the load and the store of zero is in neither."),
        claim(LogWord.READ_THEN_ZERO)
            .planted(LW2, "A bit set between the load and the store of zero is in neither."),
        claim(LogWord.NON_ATOMIC_MARKS)
            .planted(LW3, "The later store of a marker wipes out the other's bit."),
        claim(Primitives.SPIN_LOCK_FORGOTTEN)
            .planted(SL2, "Without the lock on both sides the load and the store of one addition enclose the other's."),
        claim(Primitives.SLEEP_UNDER_SPIN_LOCK)
            .planted(N9, "copy_to_user may sleep, and the holder of a spin lock must not."),
        claim(Primitives.LOCK_ORDER_INVERSION)
            .unsuited(EngineName.LINCHECK, ONLY_ALL_EXECUTIONS)
            .unsuited(EngineName.JCSTRESS, ONLY_ALL_EXECUTIONS)
            .planted(LO1, "A possible circular locking dependency, even if no run here deadlocks."),
        claim(Primitives.IPI_NOT_AWAITED)
            .unsuited(EngineName.JCSTRESS, TOO_RARE)
            .planted(IP2, "The instruction read its permission before the revocation and stores after it."),

        claim("L4", LogRetrieval.GUEST_FAULT_BETWEEN_TAKE_AND_PROTECT, Kernel.V3_5.with(new WriteProtectBeforeTake()))
            .legalVariant("Both steps lie in one mmu_lock section, and v3.5 makes no page writable without mmu_lock; kvm_write_guest marks without it, but needs no permission that could be left behind."));
    // spotless:on
  }
}
