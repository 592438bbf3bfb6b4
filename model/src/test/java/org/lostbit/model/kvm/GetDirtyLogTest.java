package org.lostbit.model.kvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lostbit.model.kvm.KvmMemorySlot.KVM_MEM_LOG_DIRTY_PAGES;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lostbit.model.kernel.Kernel;
import org.lostbit.model.kernel.MergeBackOnFault;
import org.lostbit.model.linux.Errno;
import org.lostbit.model.linux.UserBuffer;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Context;
import org.lostbit.model.memory.Word;

/**
 * KVM_GET_DIRTY_LOG by one thread, with its errors.
 *
 * <p>Against a live v6.18 the same calls differ so: slot numbers end at 32764, not at 32 (EINVAL
 * from there on); with the dirty ring GET is ENXIO; an address that is partly mapped leaves its
 * first bytes written, where the model's copy faults before the first word. ENOENT and EFAULT are
 * the same, and so is the loss after EFAULT.
 */
final class GetDirtyLogTest {
  private final Actor vmm = new Actor(0, "VMM");

  private Kvm logged(KernelFunctions kernel) {
    Kvm kvm = Machines.kvm(kernel);
    assertEquals(0, set(kvm, Machines.region(0, KVM_MEM_LOG_DIRTY_PAGES, 0, 130)));
    return kvm;
  }

  private int set(Kvm kvm, MemoryRegion region) {
    return kvm.functions().setUserMemoryRegion().kvmSetMemoryRegion(kvm, vmm, region);
  }

  private int get(Kvm kvm, int slot, UserBuffer log) {
    int result = kvm.functions().getDirtyLog().kvmVmIoctlGetDirtyLog(kvm, vmm, slot, log);
    assertEquals(Context.EMPTY, vmm.context(), "every lock is given back");
    return result;
  }

  private int write(Kvm kvm, long gfn, long version) {
    kvm.srcu().readLock(vmm);
    int result = kvm.functions().writeGuest().kvmWriteGuestPage(kvm, vmm, gfn, version);
    kvm.srcu().readUnlock(vmm);
    return result;
  }

  private static long live(Kvm kvm, int word) {
    return kvm.memslots()
        .readPlain()
        .idToMemslot(0)
        .dirtyBitmap()
        .readPlain()
        .live()
        .word(word)
        .readPlain();
  }

  private static UserBuffer log(int faults) {
    return new UserBuffer("log", 3, faults);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 32, 33, 32764, Integer.MAX_VALUE})
  void aSlotNumberThatNoSlotCanHaveIsInvalid(int slot) {
    assertEquals(-Errno.EINVAL, get(logged(Kernel.V3_5), slot, log(0)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 31})
  void aSlotThatIsAbsentHasNoLog(int slot) {
    assertEquals(-Errno.ENOENT, get(logged(Kernel.V3_5), slot, log(0)));
  }

  @Test
  void aSlotWithoutLoggingHasNoLog() {
    Kvm kvm = Machines.kvm(Kernel.V3_5);
    assertEquals(0, set(kvm, Machines.region(0, 0, 0, 130)));
    assertEquals(-Errno.ENOENT, get(kvm, 0, log(0)));
  }

  @Test
  void aSlotWhoseLoggingWasSwitchedOffOrThatIsGoneHasNoLog() {
    Kvm kvm = logged(Kernel.V3_5);
    assertEquals(0, set(kvm, Machines.region(0, 0, 0, 130)));
    assertEquals(-Errno.ENOENT, get(kvm, 0, log(0)));
    assertEquals(0, set(kvm, Machines.region(0, KVM_MEM_LOG_DIRTY_PAGES, 0, 130)));
    assertEquals(0, get(kvm, 0, log(0)));
    assertEquals(0, set(kvm, Machines.region(0, KVM_MEM_LOG_DIRTY_PAGES, 0, 0)));
    assertEquals(-Errno.ENOENT, get(kvm, 0, log(0)));
  }

  @Test
  void aFreshLogIsEmpty() {
    Kvm kvm = logged(Kernel.V3_5);
    UserBuffer log = log(0);
    log.word(2).writePlain(-1);
    assertEquals(0, get(kvm, 0, log));
    assertEquals(0, log.word(0).readPlain());
    assertEquals(0, log.word(2).readPlain(), "the last, partial word is stored too");
  }

  @Test
  void everyWriteIsReportedOnce() {
    Kvm kvm = logged(Kernel.V3_5);
    assertEquals(0, write(kvm, 0, 1));
    assertEquals(0, write(kvm, 63, 2));
    assertEquals(0, write(kvm, 64, 3));
    assertEquals(0, write(kvm, 129, 4));
    assertEquals(0, write(kvm, 129, 5));
    UserBuffer log = log(0);
    assertEquals(0, get(kvm, 0, log));
    assertEquals(1L | 1L << 63, log.word(0).readPlain());
    assertEquals(1L, log.word(1).readPlain());
    assertEquals(2L, log.word(2).readPlain());
    assertEquals(0, get(kvm, 0, log));
    assertEquals(0, log.word(0).readPlain() | log.word(1).readPlain() | log.word(2).readPlain());
  }

  @Test
  void aWriteOutsideEverySlotFaults() {
    Kvm kvm = logged(Kernel.V3_5);
    assertEquals(-Errno.EFAULT, write(kvm, 1000, 1));
    assertEquals(0, live(kvm, 0));
  }

  @Test
  void aPageThatIsReportedIsProtected() {
    Kvm kvm = logged(Kernel.V3_6);
    Actor vcpu = new Actor(1, "VCPU");
    kvm.srcu().readLock(vcpu);
    assertTrue(kvm.functions().pageFault().tdpPageFault(kvm, kvm.vcpus().get(0), vcpu, 64, false));
    kvm.srcu().readUnlock(vcpu);
    Word spte = kvm.shadow().spte(64);
    assertTrue(Spte.isWritable(spte.readPlain()));
    assertEquals(1, live(kvm, 1));
    assertEquals(0, get(kvm, 0, log(0)));
    assertTrue(Spte.isPresent(spte.readPlain()));
    assertFalse(Spte.isWritable(spte.readPlain()));
    assertTrue(
        kvm.vcpus().get(0).requests().testBit(KvmVcpu.KVM_REQ_TLB_FLUSH), "a flush is asked for");
  }

  @Test
  void afterEfaultTheBitsAreLost() {
    Kvm kvm = logged(Kernel.V3_5);
    assertEquals(0, write(kvm, 3, 1));
    UserBuffer log = log(1);
    assertEquals(-Errno.EFAULT, get(kvm, 0, log));
    assertEquals(0, live(kvm, 0));
    assertEquals(0, get(kvm, 0, log));
    assertEquals(0, log.word(0).readPlain(), "as on every kernel without manual protect");
  }

  @Test
  void mergingBackKeepsTheBitsAfterEfault() {
    Kvm kvm = logged(Kernel.V3_5.with(new MergeBackOnFault()));
    assertEquals(0, write(kvm, 3, 1));
    assertEquals(0, write(kvm, 65, 2));
    UserBuffer log = log(1);
    assertEquals(-Errno.EFAULT, get(kvm, 0, log));
    assertEquals(8, live(kvm, 0));
    assertEquals(0, write(kvm, 4, 3));
    assertEquals(0, get(kvm, 0, log));
    assertEquals(0x18, log.word(0).readPlain());
    assertEquals(2, log.word(1).readPlain());
    assertEquals(0, get(kvm, 0, log));
    assertEquals(0, log.word(0).readPlain() | log.word(1).readPlain());
  }
}
