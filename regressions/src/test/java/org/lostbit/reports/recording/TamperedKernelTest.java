package org.lostbit.reports.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lostbit.claims.bugs.FlushWithoutWait;
import org.lostbit.claims.bugs.NonAtomicMark;
import org.lostbit.claims.bugs.ReadThenZero;
import org.lostbit.claims.bugs.SkipTlbFlush;
import org.lostbit.claims.bugs.WriteProtectBeforeTake;
import org.lostbit.model.kvm.Kvm;
import org.lostbit.model.kvm.KvmMemorySlot;
import org.lostbit.model.kvm.KvmVcpu;
import org.lostbit.model.kvm.PageFault;
import org.lostbit.model.kvm.SrculessGetDirtyLog;
import org.lostbit.model.kvm.TestAndSetBitMark;
import org.lostbit.model.kvm.WriteProtectPtMasked;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Word;

/** The recorded migration, replayed on kernels that are broken. */
final class TamperedKernelTest {
  private static final RealInput REAL = RealInput.asRecorded();

  /** The pages keep their permission, so that only the first store to each is marked. */
  private static final class ProtectNothing implements WriteProtectPtMasked {
    @Override
    public void writeProtect(Kvm kvm, Actor actor, KvmMemorySlot slot, long offset, long mask) {}
  }

  /** Bits that were handed out are handed out again. */
  private static final class TakeWithoutClearing extends SrculessGetDirtyLog {
    @Override
    protected long take(Word word) {
      return word.readPlain();
    }
  }

  /** The last page of a word is never marked. */
  private static final class MarkAllButBit63 extends TestAndSetBitMark {
    @Override
    protected void set(Word word, int bit) {
      if (bit != 63) {
        super.set(word, bit);
      }
    }
  }

  /** Allocates while it holds mmu_lock. */
  private static final class SleepWhileProtecting implements WriteProtectPtMasked {
    @Override
    public void writeProtect(Kvm kvm, Actor actor, KvmMemorySlot slot, long offset, long mask) {
      actor.mightSleep("kmalloc");
    }
  }

  /** The fault is said to be handled, and nothing was done. */
  private static final class NeverMaps implements PageFault {
    @Override
    public boolean tdpPageFault(Kvm kvm, KvmVcpu vcpu, Actor actor, long gfn, boolean present) {
      return true;
    }
  }

  /** A kernel, and the call of section B at which it gives itself away. */
  private record Broken(Era era, int rejectedAt, String reason) {
    @Override
    public String toString() {
      return era.name();
    }
  }

  static Stream<Broken> broken() {
    return Stream.of(
        // The TLB, warm from the interval before, lets the stores through without a mark.
        new Broken(
            Era.V3_5.with(new SkipTlbFlush()),
            42,
            "v3.5+skip-tlb-flush does not report page 3840 of slot 5, which is recorded (so are"
                + " 2047 others)"),
        new Broken(
            Era.V3_6.with(new SkipTlbFlush()),
            42,
            "v3.6+skip-tlb-flush does not report page 3840 of slot 5, which is recorded (so are"
                + " 2047 others)"),
        new Broken(
            Era.V3_5.with(new ProtectNothing()),
            42,
            "v3.5+protect-nothing does not report page 3840 of slot 5, which is recorded (so are"
                + " 2047 others)"),
        new Broken(
            Era.V3_5.with(new TakeWithoutClearing()),
            54,
            "v3.5+take-without-clearing reports page 3840 of slot 5, which is not recorded (so are"
                + " 2047 others)"),
        new Broken(
            Era.V3_5.with(new MarkAllButBit63()),
            36,
            "v3.5+mark-all-but-bit63 does not report page 3903 of slot 5, which is recorded (so"
                + " are 31 others)"),
        new Broken(
            Era.V3_5.with(new SleepWhileProtecting()),
            36,
            "v3.5+sleep-while-protecting breaks a property here: sleep in atomic context: QEMU:"
                + " kmalloc may sleep, but spin lock kvm->mmu_lock is held"),
        new Broken(
            Era.V3_5.with(new NeverMaps()),
            36,
            "v3.5+never-maps keeps the vCPU in faults before the pages of slot 5 are stored to"));
  }

  @ParameterizedTest
  @MethodSource
  void broken(Broken kernel) {
    ReplayResult.Rejected rejected =
        assertInstanceOf(ReplayResult.Rejected.class, REAL.replay(kernel.era(), false));
    assertEquals(kernel.reason(), rejected.reason());
    assertEquals(REAL.lineOfCall(kernel.rejectedAt()), rejected.line());
  }

  /** These bugs need two threads at once, and a replay has one: docs/trace-replay.md says so. */
  @Test
  void racesAreNotSeen() {
    for (Era era :
        List.of(
            Era.V3_6.with(new WriteProtectBeforeTake()),
            Era.V3_5.with(new FlushWithoutWait()),
            Era.V3_5.with(new NonAtomicMark()),
            Era.V3_5.with(new ReadThenZero()))) {
      assertInstanceOf(ReplayResult.Accepted.class, REAL.replay(era, true), era.name());
    }
  }
}
