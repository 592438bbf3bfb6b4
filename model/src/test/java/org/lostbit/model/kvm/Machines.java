package org.lostbit.model.kvm;

import java.util.List;
import org.lostbit.model.mm.HostMm;

/** Small virtual machines for tests: frames 0 to 129 and 1000 to 1063 have cells. */
final class Machines {
  /** User address of frame 0. */
  static final long HVA = 0x7f00_0000_0000L;

  private static final long PAGE = MemoryRegion.PAGE_SIZE;
  private static final List<HostMm.Range> FRAMES =
      List.of(new HostMm.Range(0, 130), new HostMm.Range(1000, 64));

  private Machines() {}

  /** A machine with three slots, one vCPU (thread 1) and threads 0 and 1. */
  static Kvm kvm(KernelFunctions kernel) {
    List<HostMm.Range> mapped =
        FRAMES.stream()
            .map(range -> new HostMm.Range(HVA / PAGE + range.start(), range.pages()))
            .toList();
    return new Kvm(kernel, new HostMm(mapped), new GfnSpace(FRAMES), 3, List.of(1), 2);
  }

  /** A region in pages whose user address follows its frame. */
  static MemoryRegion region(int slot, long flags, long gfn, long pages) {
    return new MemoryRegion(slot, flags, gfn * PAGE, pages * PAGE, HVA + gfn * PAGE);
  }
}
