package org.lostbit.reports.recording;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.lostbit.model.kvm.DirtyBitmap;
import org.lostbit.model.kvm.GfnSpace;
import org.lostbit.model.kvm.GuestStore;
import org.lostbit.model.kvm.KernelFunctions;
import org.lostbit.model.kvm.Kvm;
import org.lostbit.model.kvm.KvmMemslots;
import org.lostbit.model.kvm.MemoryRegion;
import org.lostbit.model.kvm.VcpuRun;
import org.lostbit.model.kvm.WriteNotes;
import org.lostbit.model.linux.Errno;
import org.lostbit.model.linux.UserBuffer;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Step;
import org.lostbit.model.mm.HostMm;

/**
 * The model's virtual machine with cells for every guest page of a section, one vCPU thread and one
 * thread of user space, which take turns.
 */
final class ReplayMachine {
  /** More would not fit into the heap that a JVM takes by itself: 4 GiB of guest memory. */
  static final long MOST_PAGES = 1L << 20;

  /** A store takes five steps when it faults; a kernel that needs more does not come on. */
  private static final int MOST_STEPS_PER_STORE = 64;

  private final Kvm kvm;
  private final WriteNotes notes;
  private final Actor vcpu = new Actor(0, "VCPU 0");
  private final Actor qemu = new Actor(1, "QEMU");
  private final Map<Integer, Integer> renumbered = new HashMap<>();
  private long version;

  /** A machine of one kernel with cells for the regions; slots may share host pages. */
  ReplayMachine(KernelFunctions kernel, List<RecordedCall.SetRegion> regions) {
    GfnSpace space = new GfnSpace(merged(regions, RecordedCall.SetRegion::baseGfn));
    HostMm mm = new HostMm(merged(regions, RecordedCall.SetRegion::hvaPage));
    this.kvm = new Kvm(kernel, mm, space, KvmMemslots.KVM_MEMORY_SLOTS, List.of(vcpu.index()), 2);
    this.notes = new WriteNotes(vcpu.name(), space);
  }

  /** How many guest or host pages the regions need cells for, whichever are more. */
  static long pages(List<RecordedCall.SetRegion> regions) {
    return Math.max(
        merged(regions, RecordedCall.SetRegion::baseGfn).stream()
            .mapToLong(HostMm.Range::pages)
            .sum(),
        merged(regions, RecordedCall.SetRegion::hvaPage).stream()
            .mapToLong(HostMm.Range::pages)
            .sum());
  }

  /** The union of the regions' pages, as ranges that do not overlap. */
  private static List<HostMm.Range> merged(
      List<RecordedCall.SetRegion> regions, ToLongFunction<RecordedCall.SetRegion> start) {
    List<HostMm.Range> merged = new ArrayList<>();
    for (RecordedCall.SetRegion region :
        regions.stream().sorted(Comparator.comparingLong(start)).toList()) {
      long first = start.applyAsLong(region);
      long end = first + region.npages();
      HostMm.Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && first <= last.start() + last.pages()) {
        end = Math.max(end, last.start() + last.pages());
        first = last.start();
        merged.remove(merged.size() - 1);
      }
      merged.add(new HostMm.Range(first, (int) Math.min(end - first, Integer.MAX_VALUE)));
    }
    return merged;
  }

  /**
   * The number under which the model has a slot. Numbers that the era lacks take a free one.
   *
   * @return -1 if all are taken
   */
  int slotNumber(int slot, int recordedLimit, List<Integer> inUse) {
    if (slot < KvmMemslots.KVM_MEMORY_SLOTS || slot >= recordedLimit) {
      return slot;
    }
    Integer known = renumbered.get(slot);
    if (known != null) {
      return known;
    }
    for (int free = KvmMemslots.KVM_MEMORY_SLOTS - 1; free >= 0; free--) {
      if (!inUse.contains(free) && !renumbered.containsValue(free)) {
        renumbered.put(slot, free);
        return free;
      }
    }
    return -1;
  }

  /** {@code KVM_SET_USER_MEMORY_REGION}; the name of its result. */
  String setRegion(int slot, RecordedCall.SetRegion region) {
    MemoryRegion asked =
        new MemoryRegion(
            slot,
            region.flags() & RecordedCall.SetRegion.LOG,
            region.gpa(),
            region.size(),
            region.hva());
    return Errno.name(kvm.functions().setUserMemoryRegion().kvmSetMemoryRegion(kvm, qemu, asked));
  }

  /**
   * The vCPU runs and stores once to each page.
   *
   * @return whether it came to the end of its stores
   */
  boolean store(long baseGfn, PageRanges pages) {
    List<GuestStore> stores = new ArrayList<>();
    pages.forEach(page -> stores.add(new GuestStore(baseGfn + page, ++version)));
    VcpuRun run = new VcpuRun(kvm, kvm.vcpus().get(0), stores, notes);
    long most = (stores.size() + 1L) * MOST_STEPS_PER_STORE;
    for (long step = 0; step < most; step++) {
      if (run.run(vcpu) == Step.Progress.NEXT) {
        return true;
      }
    }
    return false;
  }

  /**
   * What {@code KVM_GET_DIRTY_LOG} answered.
   *
   * @param result its name
   * @param pages the bits, after success
   */
  record Retrieved(String result, BitSet pages) {}

  /**
   * {@code KVM_GET_DIRTY_LOG}.
   *
   * @param npages the length of the user's buffer in bits
   * @param faults whether the buffer cannot be written
   */
  Retrieved getDirtyLog(int slot, long npages, boolean faults) {
    UserBuffer log = new UserBuffer("log" + slot, DirtyBitmap.words(npages), faults ? 1 : 0);
    int result = kvm.functions().getDirtyLog().kvmVmIoctlGetDirtyLog(kvm, qemu, slot, log);
    long[] words = new long[result == 0 ? log.length() : 0];
    for (int i = 0; i < words.length; i++) {
      words[i] = log.word(i).readPlain();
    }
    return new Retrieved(Errno.name(result), BitSet.valueOf(words));
  }
}
