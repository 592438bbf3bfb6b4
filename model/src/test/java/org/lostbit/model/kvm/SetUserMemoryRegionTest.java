package org.lostbit.model.kvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.lostbit.model.kvm.KvmMemorySlot.KVM_MEM_LOG_DIRTY_PAGES;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lostbit.model.kernel.Kernel;
import org.lostbit.model.linux.Errno;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Context;
import org.lostbit.model.memory.Word;

/**
 * Memory-region calls by one thread on v3.5, with their errors.
 *
 * <p>Where a live v6.18 answers otherwise:
 *
 * <table>
 *   <caption>v3.5 and v6.18</caption>
 *   <tr><th>call</th><th>v3.5</th><th>v6.18</th></tr>
 *   <tr><td>size 0 on a missing or deleted slot</td><td>0, and the map is published anew</td>
 *       <td>EINVAL</td></tr>
 *   <tr><td>other hva for a slot that exists</td><td>0, the old one stays</td><td>EINVAL</td></tr>
 *   <tr><td>unknown flags</td><td>0, ignored</td><td>EINVAL</td></tr>
 *   <tr><td>slot numbers</td><td>below 32</td><td>below 32764</td></tr>
 *   <tr><td>hva in the kernel's half</td><td>0, faults later</td><td>EINVAL</td></tr>
 *   <tr><td>size 0 with a gpa inside another slot</td><td>EEXIST</td><td>0</td></tr>
 * </table>
 */
final class SetUserMemoryRegionTest {
  private static final long LOG = KVM_MEM_LOG_DIRTY_PAGES;

  private final Actor vmm = new Actor(0, "VMM");
  private final Kvm kvm = Machines.kvm(Kernel.V3_5);

  private int set(MemoryRegion region) {
    int result = kvm.functions().setUserMemoryRegion().kvmSetMemoryRegion(kvm, vmm, region);
    assertEquals(Context.EMPTY, vmm.context(), "every lock is given back");
    return result;
  }

  private KvmMemorySlot slot(int id) {
    return kvm.memslots().readPlain().idToMemslot(id);
  }

  /** Slot 0 is frames 0 to 63, slot 1 frames 1000 to 1063. */
  private void twoSlots() {
    assertEquals(0, set(Machines.region(0, 0, 0, 64)));
    assertEquals(0, set(Machines.region(1, 0, 1000, 64)));
  }

  static Stream<Arguments> refused() {
    long page = MemoryRegion.PAGE_SIZE;
    long hva = Machines.HVA;
    return Stream.of(
        arguments("unaligned gpa", new MemoryRegion(2, 0, 128 * page + 1, page, hva), Errno.EINVAL),
        arguments(
            "unaligned size", new MemoryRegion(2, 0, 128 * page, page + 1, hva), Errno.EINVAL),
        arguments("size below a page", new MemoryRegion(2, 0, 0, 100, hva), Errno.EINVAL),
        arguments("unaligned hva", new MemoryRegion(2, 0, 128 * page, page, hva + 8), Errno.EINVAL),
        arguments("deletion, unaligned gpa", new MemoryRegion(0, 0, 1, 0, hva), Errno.EINVAL),
        arguments("slot -1", Machines.region(-1, 0, 128, 1), Errno.EINVAL),
        arguments("slot 32", Machines.region(32, 0, 128, 1), Errno.EINVAL),
        arguments("gpa + size wraps", new MemoryRegion(2, 0, -page, 2 * page, hva), Errno.EINVAL),
        arguments("2^31 pages", Machines.region(2, 0, 2000, 1L << 31), Errno.EINVAL),
        arguments("grow", Machines.region(0, 0, 0, 65), Errno.EINVAL),
        arguments("shrink", Machines.region(0, 0, 0, 63), Errno.EINVAL),
        arguments("overlap at the start", Machines.region(2, 0, 990, 11), Errno.EEXIST),
        arguments("overlap at the end", Machines.region(2, 0, 1063, 10), Errno.EEXIST),
        arguments("containing", Machines.region(2, 0, 990, 100), Errno.EEXIST),
        arguments("deletion inside another", Machines.region(0, 0, 1001, 0), Errno.EEXIST),
        arguments("inside", Machines.region(2, 0, 1001, 2), Errno.EEXIST),
        arguments("move onto another", Machines.region(0, 0, 1063, 64), Errno.EEXIST));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void aBadRequestChangesNothing(String what, MemoryRegion region, int errno) {
    twoSlots();
    KvmMemslots before = kvm.memslots().readPlain();
    assertEquals(Errno.name(-errno), Errno.name(set(region)), what);
    assertSame(before, kvm.memslots().readPlain());
  }

  static Stream<Arguments> accepted() {
    return Stream.of(
        arguments("adjacent below", Machines.region(2, 0, 990, 10)),
        arguments("adjacent above", Machines.region(2, 0, 1064, 10)),
        arguments("identical", Machines.region(0, 0, 0, 64)),
        arguments("move to a free place", Machines.region(0, 0, 64, 64)),
        arguments("move and log", Machines.region(0, LOG, 66, 64)),
        arguments("log", Machines.region(0, LOG, 0, 64)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accepted")
  void aGoodRequestIsPublishedInANewMap(String what, MemoryRegion region) {
    twoSlots();
    KvmMemslots before = kvm.memslots().readPlain();
    long generation = before.generation().readPlain();
    assertEquals(0, set(region), what);
    KvmMemslots after = kvm.memslots().readPlain();
    assertNotSame(before, after);
    assertEquals(generation + 1, after.generation().readPlain());
    KvmMemorySlot slot = slot(region.slot());
    assertEquals(region.guestPhysAddr() / MemoryRegion.PAGE_SIZE, slot.baseGfn().readPlain());
    assertEquals(region.memorySize() / MemoryRegion.PAGE_SIZE, slot.npages().readPlain());
    if (region.slot() == 2) {
      assertEquals(
          region.userspaceAddr() / MemoryRegion.PAGE_SIZE, slot.userspaceAddr().readPlain());
    }
    assertEquals(region.flags(), slot.flags().readPlain());
    assertEquals(region.flags() == LOG, slot.dirtyBitmap().readPlain() != null);
    assertEquals(Word.POISON, before.generation().readPlain(), "the old map is freed");
  }

  @Test
  void aDeletionPublishesTwiceAndFreesTheLog() {
    assertEquals(0, set(Machines.region(0, LOG, 0, 64)));
    DirtyBitmap bitmap = slot(0).dirtyBitmap().readPlain();
    assertNotNull(bitmap);
    long generation = kvm.memslots().readPlain().generation().readPlain();
    // Flags, address and place are not looked at: the number decides.
    assertEquals(0, set(new MemoryRegion(0, LOG, 1000 * MemoryRegion.PAGE_SIZE, 0, 0)));
    assertEquals(generation + 2, kvm.memslots().readPlain().generation().readPlain());
    assertEquals(0, slot(0).npages().readPlain());
    assertEquals(0, slot(0).flags().readPlain());
    assertNull(slot(0).dirtyBitmap().readPlain());
    assertEquals(Word.POISON, bitmap.live().word(0).readPlain());
    assertNull(kvm.gfnToMemslot(0));
    assertEquals(-1, kvm.gfnToHva(0));
  }

  /** v6.18: EINVAL. */
  @Test
  void aSlotThatExistsKeepsItsAddress() {
    twoSlots();
    long page = MemoryRegion.PAGE_SIZE;
    assertEquals(0, set(new MemoryRegion(0, 0, 0, 64 * page, Machines.HVA + 100 * page)));
    assertEquals(Machines.HVA / page, slot(0).userspaceAddr().readPlain());
  }

  @Test
  void deletingWhatIsNotThereSucceeds() {
    assertEquals(0, set(Machines.region(2, 0, 0, 0)), "v6.18: EINVAL");
  }

  @Test
  void theLogLivesOnWhileLoggingStaysOn() {
    assertEquals(0, set(Machines.region(0, LOG, 0, 64)));
    DirtyBitmap bitmap = slot(0).dirtyBitmap().readPlain();
    bitmap.live().word(0).setBit(5);
    assertEquals(0, set(Machines.region(0, LOG, 64, 64)));
    assertSame(bitmap, slot(0).dirtyBitmap().readPlain());
    assertEquals(32, bitmap.live().word(0).readPlain());
    assertEquals(0, set(Machines.region(0, 0, 64, 64)));
    assertNull(slot(0).dirtyBitmap().readPlain());
    assertEquals(Word.POISON, bitmap.live().word(0).readPlain());
  }

  @Test
  void switchingTheLogOnProtectsEveryPageOfTheSlot() {
    twoSlots();
    Actor vcpu = new Actor(1, "VCPU");
    kvm.srcu().readLock(vcpu);
    for (long gfn : new long[] {0, 63, 1000}) {
      assertTrue(
          kvm.functions().pageFault().tdpPageFault(kvm, kvm.vcpus().get(0), vcpu, gfn, false));
    }
    kvm.srcu().readUnlock(vcpu);
    assertEquals(0, set(Machines.region(0, LOG, 0, 64)));
    assertEquals(false, Spte.isWritable(kvm.shadow().spte(0).readPlain()));
    assertEquals(false, Spte.isWritable(kvm.shadow().spte(63).readPlain()));
    assertEquals(true, Spte.isWritable(kvm.shadow().spte(1000).readPlain()));
  }
}
