package org.lostbit.reports.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the recorded migration does not do: small recordings made by hand. */
final class SmallRecordingTest {
  private static final String VCPU = "0/0 CREATE_VCPU arg=0 -> 15";

  /** A recording of one section: events, then calls numbered from 0, 20 ms apart. */
  private static Recording recording(List<String> events, String... calls) {
    List<String> lines = new ArrayList<>(List.of("# header", "##### SECTION S"));
    if (!events.isEmpty()) {
      lines.add("# events:");
      events.forEach(event -> lines.add("#   " + event));
    }
    for (int i = 0; i < calls.length; i++) {
      lines.add(String.format("%06d 1.%03d000 tid=1 run=%s", i, 20 * i, calls[i]));
    }
    return new RecordingParser("small").parse(lines);
  }

  private static ReplayResult replay(Recording recording) {
    return new Replay(recording, recording.onlySection(), Era.V3_5, Optional.empty()).run();
  }

  private static ReplayResult.Accepted accepted(String... calls) {
    return assertInstanceOf(ReplayResult.Accepted.class, replay(recording(List.of(), calls)));
  }

  private static ReplayResult.Rejected rejected(String... calls) {
    return assertInstanceOf(ReplayResult.Rejected.class, replay(recording(List.of(), calls)));
  }

  private static String badInput(String... calls) {
    Recording recording = recording(List.of(), calls);
    return assertThrows(BadRecording.class, () -> replay(recording)).getMessage();
  }

  private static String slot(String number, String gpa, String result) {
    return "0/0 SET_USER_MEMORY_REGION slot="
        + number
        + " as=0 flags=1 LOG gpa=0x"
        + gpa
        + " size=0x4000 hva=0x7f0000 -> "
        + result;
  }

  private static String get(String run, String slot, String rest) {
    return run + " GET_DIRTY_LOG slot=" + slot + " npages=4 -> " + rest;
  }

  @Test
  void aMovedSlotKeepsItsLog() {
    ReplayResult.Accepted moved =
        accepted(
            VCPU,
            slot("0", "0", "0"),
            get("1/1", "0", "0 dirty=2: 0-1"),
            slot("0", "10000", "0").replace("0/0 ", "1/1 "),
            get("1/1", "0", "0 dirty=1: 3"));
    assertEquals(3, moved.stores());
  }

  @Test
  void switchingTheLogOffEndsIt() {
    ReplayResult.Rejected off =
        rejected(
            VCPU,
            slot("0", "0", "0"),
            slot("0", "0", "0").replace("flags=1 LOG", "flags=0"),
            get("0/0", "0", "0 dirty=0:"));
    assertEquals(
        "the recorded result is 0, and that of v3.5 is ENOENT (slot 0 is not logged, by line 5)",
        off.reason());
    assertEquals(6, off.line());
  }

  @Test
  void aLogThatIsSwitchedOnWhileNothingRunsIsEmpty() {
    assertEquals(
        "page 2 of slot 0 is dirty, and no vCPU was inside KVM_RUN since logging was switched on",
        rejected(VCPU, slot("0", "0", "0"), get("0/0", "0", "0 dirty=1: 2")).reason());
  }

  @Test
  void aGuestThatRunsOnAfterStopMayStoreAgain() {
    Recording resumed =
        recording(
            List.of("1.050000 RESUME", "1.030000 STOP null"),
            VCPU,
            slot("0", "0", "0"),
            get("0/1", "0", "0 dirty=1: 2"),
            get("0/2", "0", "0 dirty=1: 2"));
    assertInstanceOf(ReplayResult.Accepted.class, replay(resumed));
  }

  @Test
  void aSlotNumberThatTheKernelLacksTakesAFreeOne() {
    assertEquals(
        Map.of("slot number 40, replayed as 31", 2),
        accepted(VCPU, slot("40", "0", "0"), get("1/1", "40", "0 dirty=1: 2")).notInKernel());
  }

  @Test
  void aCheckThatTheKernelLacksIsShown() {
    assertEquals(
        Map.of(
            "check of SET_USER_MEMORY_REGION: deletion of an absent slot", 1,
            "check of SET_USER_MEMORY_REGION: another host address", 1),
        accepted(
                VCPU,
                slot("3", "0", "EINVAL").replace("size=0x4000", "size=0x0"),
                slot("0", "0", "0"),
                slot("0", "0", "EINVAL").replace("hva=0x7f0000", "hva=0x8f0000"),
                get("0/0", "0", "0 dirty=0:"))
            .notInKernel());
  }

  @Test
  void whatIsNotModelledIsRefused() {
    assertEquals(
        "small:5: not modelled yet: CLEAR_DIRTY_LOG (section S)",
        badInput(
            VCPU, slot("0", "0", "0"), "0/0 CLEAR_DIRTY_LOG slot=0 first=0 num=4 ones=0 -> 0 :"));
    assertEquals(
        "small:4: not modelled yet: a second virtual machine in one section (section S)",
        badInput("0/0 CREATE_VM arg=0 -> 11", "0/0 CREATE_VM arg=0 -> 12"));
    assertEquals(
        "small:4: not modelled yet: a slot of 4194304 pages; at most 1048576 fit",
        badInput(
            VCPU,
            slot("0", "0", "0").replace("size=0x4000", "size=0x400000000"),
            get("0/0", "0", "0 dirty=0:")));
    String half = slot("0", "0", "0").replace("size=0x4000", "size=0x80000000");
    assertEquals(
        "small:2: not modelled yet: a guest of 1572864 pages; at most 1048576 fit",
        badInput(
            VCPU,
            half,
            half.replace("slot=0", "slot=1").replace("gpa=0x0", "gpa=0x80000000"),
            half.replace("slot=0", "slot=2").replace("gpa=0x0", "gpa=0x200000000"),
            get("0/0", "0", "0 dirty=0:")));
    assertEquals(
        "small: section S has no GET_DIRTY_LOG, so nothing to check",
        badInput(VCPU, slot("0", "0", "0")));
  }

  @Test
  void aWorkloadMustBeThereAndAgreeWithItself() {
    Recording none = recording(List.of(), VCPU);
    assertEquals(
        "small: the header names no workload (\"stores for ever to N pages at gpa 0xA..0xB (= slot"
            + " N pages F..L)\"); leave --workload out",
        assertThrows(BadRecording.class, () -> Workload.of(none)).getMessage());
    RealInput wrong = RealInput.asRecorded().changedLine(2, "2048 pages", "2047 pages");
    assertEquals(
        "recording:2: malformed: the workload's number of pages, its addresses and its page"
            + " numbers differ",
        assertThrows(BadRecording.class, () -> wrong.replay(Era.V3_5, true)).getMessage());
    RealInput shifted = RealInput.asRecorded().changedLine(2, "pages 3840..5887", "pages 0..2047");
    assertEquals(
        "recording:2: malformed: page 0 of slot 5 is at another address by line "
            + shifted.lineOfCall(24),
        assertThrows(BadRecording.class, () -> shifted.replay(Era.V3_5, true)).getMessage());
  }

  @Test
  void aWorkloadThatNoIntervalIsLongEnoughForIsNotSaidToHold() {
    List<String> lines = new ArrayList<>(RealInput.asRecorded().lines().subList(0, 3));
    lines.add("##### SECTION S");
    lines.add("000000 1.000000 tid=1 run=" + VCPU);
    lines.add("000001 1.000001 tid=1 run=" + slot("0", "0", "0"));
    lines.add("000002 1.000002 tid=1 run=" + get("0/0", "0", "0 dirty=0:"));
    Recording recording = new RecordingParser("small").parse(lines);
    Optional<Workload> workload = Optional.of(Workload.of(recording));
    Replay replay = new Replay(recording, recording.onlySection(), Era.V3_5, workload);
    assertEquals(
        "small: in section S no interval of more than 1 s in which the guest ran ends in a"
            + " retrieval, so that there is no workload to check; leave --workload out",
        assertThrows(BadRecording.class, replay::run).getMessage());
  }
}
