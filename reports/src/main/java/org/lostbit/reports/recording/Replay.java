package org.lostbit.reports.recording;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lostbit.model.linux.Errno;
import org.lostbit.model.memory.ModelViolation;

/**
 * Executes the calls of one section on the model, line by line, and compares every answer.
 *
 * <p>What the guest stored is not in a recording. It is made up from what is: before a retrieval
 * the modelled vCPU stores once to each page that the retrieval reports, through real faults and
 * marks, and the model's own retrieval must then return exactly these pages.
 */
public final class Replay {
  /** {@code KVM_USER_MEM_SLOTS} of the recorded kernel where the recording does not ask for it. */
  private static final int RECORDED_SLOTS = 32764;

  private static final int KVM_CAP_NR_MEMSLOTS = 10;
  private static final String SUCCESS = Errno.name(0);
  private static final String EINVAL = Errno.name(-Errno.EINVAL);
  private static final String EFAULT = Errno.name(-Errno.EFAULT);

  private final String file;
  private final Section section;
  private final Era era;
  private final Optional<Workload> workload;
  private final ReplayMachine machine;
  private final GuestActivity activity = new GuestActivity();
  private final SlotRules rules = new SlotRules(activity);
  private final Stops stops;
  private final Map<Integer, RecordedSlot> slots = new HashMap<>();
  private final Tally tally = new Tally();
  private int slotLimit = RECORDED_SLOTS;

  /**
   * A replay of a section, to be run once.
   *
   * @throws BadRecording where the section needs what is not modelled
   */
  public Replay(Recording recording, Section section, Era era, Optional<Workload> workload) {
    this.file = recording.file();
    this.section = section;
    this.era = era;
    this.workload = workload;
    PlainMode.require(file, section);
    if (section.calls().stream().noneMatch(RecordedCall.GetLog.class::isInstance)) {
      throw new BadRecording(
          file + ": section " + section.name() + " has no GET_DIRTY_LOG, so nothing to check");
    }
    this.stops = new Stops(section.events());
    this.machine = new ReplayMachine(era.kernel(), regionsInUse());
  }

  /** The regions that the recorded kernel accepted: they need cells. */
  private List<RecordedCall.SetRegion> regionsInUse() {
    List<RecordedCall.SetRegion> regions =
        section.calls().stream()
            .filter(RecordedCall.SetRegion.class::isInstance)
            .map(RecordedCall.SetRegion.class::cast)
            .filter(set -> Refusals.everywhere(set).isEmpty())
            .toList();
    for (RecordedCall.SetRegion set : regions) {
      if (set.npages() > ReplayMachine.MOST_PAGES) {
        throw BadRecording.notModelled(
            file,
            set.head().line(),
            "a slot of " + set.npages() + " pages; at most " + ReplayMachine.MOST_PAGES + " fit");
      }
    }
    List<RecordedCall.SetRegion> inUse =
        regions.stream().filter(set -> set.result().equals(SUCCESS)).toList();
    long pages = ReplayMachine.pages(inUse);
    if (pages > ReplayMachine.MOST_PAGES) {
      throw BadRecording.notModelled(
          file,
          section.line(),
          "a guest of " + pages + " pages; at most " + ReplayMachine.MOST_PAGES + " fit");
    }
    return inUse;
  }

  /** Replays the section from its first call. */
  public ReplayResult run() {
    try {
      for (RecordedCall call : section.calls()) {
        execute(call);
      }
    } catch (Rejection rejection) {
      return new ReplayResult.Rejected(rejection.line(), rejection.getMessage());
    }
    if (workload.isPresent() && tally.workloadIntervals() == 0) {
      throw new BadRecording(
          file
              + ": in section "
              + section.name()
              + " no interval of more than 1 s in which the guest ran ends in a retrieval, so that"
              + " there is no workload to check; leave --workload out");
    }
    return tally.accepted(era.name(), section.calls().size());
  }

  private void execute(RecordedCall call) throws Rejection {
    activity.advance(call.head(), stops.advance(call.head().micros()));
    try {
      if (call instanceof RecordedCall.SetRegion set) {
        setRegion(set);
      } else if (call instanceof RecordedCall.GetLog get) {
        getLog(get);
      } else if (call instanceof RecordedCall.SetUp setUp) {
        setUp(setUp);
      }
    } catch (ModelViolation violation) {
      throw new Rejection(
          call.head(), era.name() + " breaks a property here: " + violation.violation());
    }
  }

  private void setUp(RecordedCall.SetUp call) {
    if (call.is(RecordedCall.SetUp.CREATE_VCPU)) {
      activity.vcpuCreated();
    }
    boolean capability = call.capability() >= 0;
    if (call.capability() == KVM_CAP_NR_MEMSLOTS && call.result().matches("\\d{1,6}")) {
      slotLimit = Integer.parseInt(call.result());
    }
    String name = call.name() + (capability ? " cap=" + call.capability() : "");
    if (call.is(RecordedCall.SetUp.ENABLE_CAP) || call.capability() > era.lastCapability()) {
      tally.notInKernel(name);
    } else {
      tally.setUp(name);
    }
  }

  private void setRegion(RecordedCall.SetRegion set) throws Rejection {
    Optional<RecordedSlot> old = Optional.ofNullable(slots.get(set.slot()));
    Optional<String> everywhere = Refusals.everywhere(set);
    Optional<String> later = Refusals.later(set, old);
    if (everywhere.isPresent()) {
      compare(set, EINVAL, everywhere.get());
      tally.notInKernel("check of SET_USER_MEMORY_REGION: " + everywhere.get());
      return;
    } else if (later.isPresent() && set.result().equals(EINVAL)) {
      tally.notInKernel("check of SET_USER_MEMORY_REGION: " + later.get());
      return;
    }
    if (set.isReadOnly()) {
      tally.notInKernel("flag KVM_MEM_READONLY");
    }
    compare(set, machine.setRegion(slotNumber(set, set.slot()), set), describe(old, set.slot()));
    tally.region();
    if (set.result().equals(SUCCESS)) {
      if (set.isDeletion()) {
        slots.remove(set.slot());
      } else {
        slots.put(set.slot(), RecordedSlot.changed(old, set, activity.now()));
      }
    }
  }

  private void getLog(RecordedCall.GetLog get) throws Rejection {
    SlotRules.checkRanges(get);
    Optional<RecordedSlot> slot = Optional.ofNullable(slots.get(get.slot()));
    Optional<RecordedSlot.Log> log = slot.flatMap(RecordedSlot::log);
    if (get.result().equals(SUCCESS) && log.isPresent()) {
      checkBits(get, slot.get(), log.get());
      storeWhatIsReported(get, slot.get());
    }
    ReplayMachine.Retrieved retrieved =
        machine.getDirtyLog(
            slotNumber(get, get.slot()),
            slot.map(s -> s.region().npages()).orElse(0L),
            get.result().equals(EFAULT));
    compare(get, retrieved.result(), describe(slot, get.slot()));
    compareBits(get, retrieved.pages());
    tally.retrieval(get.dirty());
    if (slot.isPresent() && log.isPresent()) {
      if (activity.mayHaveRunSince(log.get().since())) {
        tally.interval();
      }
      slots.put(get.slot(), slot.get().retrieved(activity.now(), stops.current()));
    }
  }

  private void checkBits(RecordedCall.GetLog get, RecordedSlot slot, RecordedSlot.Log log)
      throws Rejection {
    rules.check(get, slot, log, stops.current());
    if (workload.isPresent()
        && workload.get().check(file, get, slot.region(), activity.ranSince(log.since()))) {
      tally.workloadInterval();
    }
  }

  private void storeWhatIsReported(RecordedCall.GetLog get, RecordedSlot slot) throws Rejection {
    if (get.pages().isEmpty()) {
      return;
    }
    if (!machine.store(slot.region().baseGfn(), get.pages())) {
      throw new Rejection(
          get.head(),
          era.name()
              + " keeps the vCPU in faults before the pages of slot "
              + get.slot()
              + " are stored to");
    }
    tally.stores(get.pages().count());
  }

  /** The recorded result must be that of the model. */
  private void compare(RecordedCall call, String predicted, String state) throws Rejection {
    if (!call.result().equals(predicted)) {
      throw new Rejection(
          call.head(),
          "the recorded result is "
              + call.result()
              + ", and that of "
              + era.name()
              + " is "
              + predicted
              + " ("
              + state
              + ")");
    }
  }

  private void compareBits(RecordedCall.GetLog get, BitSet model) throws Rejection {
    BitSet recorded = new BitSet();
    get.pages().forEach(page -> recorded.set((int) page));
    compareBits(get, recorded, model, " does not report page ", ", which is recorded");
    compareBits(get, model, recorded, " reports page ", ", which is not recorded");
  }

  private void compareBits(
      RecordedCall.GetLog get, BitSet these, BitSet those, String verb, String end)
      throws Rejection {
    BitSet difference = (BitSet) these.clone();
    difference.andNot(those);
    if (!difference.isEmpty()) {
      throw new Rejection(
          get.head(),
          era.name()
              + verb
              + difference.nextSetBit(0)
              + " of slot "
              + get.slot()
              + end
              + " (so are "
              + (difference.cardinality() - 1)
              + " others)");
    }
  }

  private int slotNumber(RecordedCall call, int slot) {
    int number = machine.slotNumber(slot, slotLimit, List.copyOf(slots.keySet()));
    if (number < 0) {
      throw BadRecording.notModelled(
          file, call.head().line(), "more slots at a time than " + era.release() + " has");
    }
    if (number != slot) {
      tally.notInKernel("slot number " + slot + ", replayed as " + number);
    }
    return number;
  }

  private static String describe(Optional<RecordedSlot> slot, int number) {
    String name = "slot " + number;
    if (slot.isEmpty()) {
      return name + " does not exist";
    }
    return name
        + (slot.get().log().isPresent() ? " is logged" : " is not logged")
        + ", by line "
        + slot.get().region().head().line();
  }
}
