package org.lostbit.model.vmm;

import java.util.List;
import org.lostbit.model.kvm.GfnSpace;
import org.lostbit.model.kvm.Kvm;
import org.lostbit.model.kvm.MemoryRegion;
import org.lostbit.model.linux.UserBuffer;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Ghost;
import org.lostbit.model.memory.KernelFunction;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Word;
import org.lostbit.model.memory.WordArray;

/**
 * The migration thread of the source: retrieves the log, remembers what is pending, and copies
 * pending pages to the destination. What it knows lies in cells, so that each of its calls is a
 * step of its own.
 */
public final class Migration extends Shared {
  private static final int BITS_PER_LONG = 64;
  private static final int MAX_CALLS = 4;

  private final Kvm kvm;
  private final GfnSpace space;
  private final List<MemoryRegion> regions;
  private final UserBuffer[] logs;
  private final WordArray destination;
  private final WordArray pending;
  private final Word calls;
  private final Ghost[] reported;

  /**
   * A migration of some slots, all of whose pages were sent once: the destination holds version 0.
   *
   * @param regions the slots as user space set them up; the n-th is called n below
   * @param faults how many copies of a log to user space may fault
   */
  public Migration(Kvm kvm, GfnSpace space, List<MemoryRegion> regions, int faults) {
    super("qemu");
    this.kvm = kvm;
    this.space = space;
    this.regions = List.copyOf(regions);
    this.logs = new UserBuffer[regions.size()];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = new UserBuffer("log" + regions.get(i).slot(), words(regions.get(i)), faults);
    }
    this.destination = new WordArray(this, "destination", space.size(), 0);
    this.pending = new WordArray(this, "pending", space.size(), 0);
    this.calls = new Word(this, "calls", 0);
    this.reported = new Ghost[MAX_CALLS];
    for (int call = 0; call < MAX_CALLS; call++) {
      reported[call] = new Ghost(this, "ghost_reported", call, 0);
    }
  }

  private static int words(MemoryRegion region) {
    return (int) ((pages(region) + BITS_PER_LONG - 1) / BITS_PER_LONG);
  }

  private static long pages(MemoryRegion region) {
    return region.memorySize() / MemoryRegion.PAGE_SIZE;
  }

  /**
   * Retrieves the log of one slot and adds what it reports to the pending pages. After an error
   * nothing is added.
   *
   * @param region the number of the region
   */
  @KernelFunction(
      name = "qemu: kvm_physical_sync_dirty_bitmap",
      file = "accel/kvm/kvm-all.c",
      since = "QEMU 7.2",
      steps = {"1 ioctl(KVM_GET_DIRTY_LOG)", "2 cpu_physical_memory_set_dirty_lebitmap"})
  public void getDirtyLog(Actor actor, int region) {
    MemoryRegion slot = regions.get(region);
    UserBuffer log = logs[region];
    actor.step("1");
    int result = kvm.functions().getDirtyLog().kvmVmIoctlGetDirtyLog(kvm, actor, slot.slot(), log);
    int call = (int) calls.readPlain();
    calls.writePlain(call + 1L);
    if (result != 0) {
      return;
    }
    actor.step("2");
    long base = slot.guestPhysAddr() / MemoryRegion.PAGE_SIZE;
    long mask = 0;
    for (int i = 0; i < log.length(); i++) {
      for (long bits = log.word(i).readPlain(); bits != 0; bits &= bits - 1) {
        long gfn = base + (long) i * BITS_PER_LONG + Long.numberOfTrailingZeros(bits);
        int index = space.index(gfn);
        pending.word(index).writePlain(1);
        mask |= 1L << index;
      }
    }
    reported[call].note(mask);
  }

  /** Copies every pending page to the destination: its content now, through the host page table. */
  @KernelFunction(
      name = "qemu: ram_save_host_page",
      file = "migration/ram.c",
      since = "QEMU 7.2",
      steps = {"1 migration_bitmap_clear_dirty", "2 qemu_put_buffer"})
  public void copyPending(Actor actor) {
    for (int index = 0; index < space.size(); index++) {
      if (pending.word(index).readPlain() != 0) {
        actor.step("1");
        pending.word(index).writePlain(0);
        actor.step("2");
        destination.word(index).writePlain(content(space.gfn(index)));
      }
    }
  }

  /**
   * The start state is set up: calls count from here, and what was reported before is forgotten.
   */
  public void begin() {
    calls.writePlain(0);
    for (Ghost call : reported) {
      call.note(0);
    }
  }

  /** What user space finds in a guest page now; 0 if no region holds it. */
  public long content(long gfn) {
    for (MemoryRegion region : regions) {
      long offset = gfn - region.guestPhysAddr() / MemoryRegion.PAGE_SIZE;
      if (offset >= 0 && offset < pages(region)) {
        return kvm.mm().load(region.userspaceAddr() / MemoryRegion.PAGE_SIZE + offset);
      }
    }
    return 0;
  }

  /** What the destination has of a guest page. */
  public long destination(long gfn) {
    return destination.word(space.index(gfn)).readPlain();
  }

  /** Whether user space knows that it still has to send the page. */
  public boolean isPending(long gfn) {
    return pending.word(space.index(gfn)).readPlain() != 0;
  }

  /** Whether the retrieval number {@code call}, from 0, reported the page. For final checks. */
  public boolean reported(int call, long gfn) {
    return (reported[call].value() & 1L << space.index(gfn)) != 0;
  }
}
