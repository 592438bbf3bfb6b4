package org.lostbit.reports.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The recorded migration with one thing changed that no kernel would have answered: the replay
 * names the line and the reason.
 */
final class TamperedRecordingTest {
  private static final RealInput REAL = RealInput.asRecorded();
  private static final String ALL = "dirty=2048: 3840-5887";

  /** A changed recording, and the call of section B at which it must be rejected. */
  private record Tampered(
      String what, RealInput input, boolean workload, int rejectedAt, String reason) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Tampered plain(String what, RealInput input, int rejectedAt, String reason) {
    return new Tampered(what, input, false, rejectedAt, reason);
  }

  private static Tampered workload(String what, RealInput input, int rejectedAt, String reason) {
    return new Tampered(what, input, true, rejectedAt, reason);
  }

  static Stream<Tampered> results() {
    return Stream.of(
        plain(
            "a retrieval of a slot that is not logged succeeds",
            REAL.changed(24, "flags=1 LOG", "flags=0"),
            30,
            "the recorded result is 0, and that of v3.5 is ENOENT (slot 5 is not logged, by line "
                + REAL.lineOfCall(24)
                + ")"),
        plain(
            "a retrieval of a slot that does not exist succeeds",
            REAL.changed(55, "slot=1", "slot=7"),
            55,
            "the recorded result is 0, and that of v3.5 is ENOENT (slot 7 does not exist)"),
        plain(
            "a retrieval of a slot number that is out of range succeeds",
            REAL.changed(55, "slot=1", "slot=32764"),
            55,
            "the recorded result is 0, and that of v3.5 is EINVAL (slot 32764 does not exist)"),
        plain(
            "a retrieval of a logged slot finds no log",
            REAL.changed(36, "-> 0 " + ALL, "-> ENOENT"),
            36,
            "the recorded result is ENOENT, and that of v3.5 is 0 (slot 5 is logged, by line "
                + REAL.lineOfCall(24)
                + ")"),
        plain(
            "a slot that overlaps another is accepted",
            REAL.changed(17, "gpa=0x100000", "gpa=0xff000"),
            17,
            "the recorded result is 0, and that of v3.5 is EEXIST (slot 5 does not exist)"),
        plain(
            "a slot is resized",
            REAL.changed(20, "size=0xa0000", "size=0xb0000"),
            20,
            "the recorded result is 0, and that of v3.5 is EINVAL (slot 0 is not logged, by line "
                + REAL.lineOfCall(19)
                + ")"),
        plain(
            "an address inside a page is accepted",
            REAL.changed(14, "gpa=0xc0000", "gpa=0xc0100"),
            14,
            "the recorded result is 0, and that of v3.5 is EINVAL (slot 2 does not exist)"),
        plain(
            "a host address in the kernel's half is accepted",
            REAL.changed(14, "hva=0x7f89e8400000", "hva=0xffff89e840000000"),
            14,
            "the recorded result is 0, and that of v3.5 is EINVAL (a host address in the kernel's"
                + " half)"),
        plain(
            "a slot is refused for no reason",
            REAL.changed(20, "-> 0", "-> EINVAL"),
            20,
            "the recorded result is EINVAL, and that of v3.5 is 0 (slot 0 is not logged, by line "
                + REAL.lineOfCall(19)
                + ")"),
        plain(
            "a deletion fails",
            REAL.changed(18, "-> 0", "-> ENOENT"),
            18,
            "the recorded result is ENOENT, and that of v3.5 is 0 (slot 0 is not logged, by line "
                + REAL.lineOfCall(13)
                + ")"));
  }

  static Stream<Tampered> bits() {
    return Stream.of(
        plain(
            "a bit beyond the slot",
            REAL.changed(36, ALL, "dirty=2049: 3840-5887 16128"),
            36,
            "page 16128 is dirty, and slot 5 has 16128 pages"),
        plain(
            "another length than the slot's",
            REAL.changed(42, "npages=16128", "npages=16000"),
            42,
            "npages=16000, and slot 5 has 16128 pages by line " + REAL.lineOfCall(24)),
        plain(
            "fewer bits than pages",
            REAL.changed(36, "dirty=2048", "dirty=2047"),
            36,
            "dirty=2047 and the ranges hold 2048 pages"),
        plain(
            "ranges that do not ascend",
            REAL.changed(36, "3840-5887", "4000-5887 3840-3999"),
            36,
            "range 3840-3999 does not lie above page 5887"),
        plain(
            "ranges that share a page",
            REAL.changed(36, "3840-5887", "3840-4000 4000-5886"),
            36,
            "range 4000-5886 does not lie above page 4000"),
        plain(
            "a range turned round",
            REAL.changed(36, "3840-5887", "5887-3840"),
            36,
            "range 5887-3840 ends before it begins"),
        plain(
            "a bit in a read-only slot",
            REAL.changed(33, "dirty=0:", "dirty=1: 3"),
            33,
            "page 3 of slot 2 is dirty, and slot 2 is read-only: no guest store dirties it"),
        plain(
            "bits in a fresh log",
            REAL.changed(30, "dirty=0:", ALL),
            30,
            "page 3840 of slot 5 is dirty, and the log of slot 5 is fresh: it was switched on at"
                + " 1.216697 and not retrieved since"),
        plain(
            "bits in the second retrieval after STOP",
            REAL.withAfter(
                55,
                "000056     6.399700 tid=17924  run=0/6 GET_DIRTY_LOG slot=5 npages=16128 -> 0 "
                    + ALL),
            56,
            "page 3840 of slot 5 is dirty, and slot 5 was retrieved after STOP already: nothing"
                + " new can come while the guest is stopped"),
        plain(
            "STOP came earlier than the bits",
            REAL.changedStop("6.399538", "3.000000"),
            42,
            "page 3840 of slot 5 is dirty, and slot 5 was retrieved after STOP already: nothing"
                + " new can come while the guest is stopped"),
        plain(
            "bits although no vCPU ran, in a recording without events",
            REAL.changedStop("STOP", "SILENCE")
                .withAfter(
                    55,
                    "000056     6.399700 tid=17924  run=0/6 GET_DIRTY_LOG slot=0 npages=160 -> 0"
                        + " dirty=1: 7"),
            56,
            "page 7 of slot 0 is dirty, and no vCPU was inside KVM_RUN since the last retrieval"),
        workload(
            "the last page of the workload is missing",
            REAL.changed(36, ALL, "dirty=2047: 3840-5886"),
            36,
            "page 5887 of slot 5 is not dirty, and the guest ran for 2.054149 s, in which the"
                + " workload stores to it"),
        workload(
            "a page in the middle of the workload is missing",
            REAL.changed(48, ALL, "dirty=2047: 3840-4999 5001-5887"),
            48,
            "page 5000 of slot 5 is not dirty, and the guest ran for 1.117162 s, in which the"
                + " workload stores to it"),
        workload(
            "the whole workload is missing",
            REAL.changed(42, ALL, "dirty=0:"),
            42,
            "page 3840 of slot 5 is not dirty, and the guest ran for 2.011234 s, in which the"
                + " workload stores to it"),
        workload(
            "a page before the workload is dirty",
            REAL.changed(36, ALL, "dirty=2049: 3839-5887"),
            36,
            "page 3839 of slot 5 is dirty, and the workload never stores to it"),
        workload(
            "a page after the workload is dirty when the guest has stopped",
            REAL.changed(54, "dirty=0:", "dirty=1: 5888"),
            54,
            "page 5888 of slot 5 is dirty, and the workload never stores to it"),
        workload(
            "a page of another slot is dirty",
            REAL.changed(38, "dirty=0:", "dirty=1: 5"),
            38,
            "page 5 of slot 0 is dirty, and the workload never stores to it"));
  }

  static Stream<Tampered> order() {
    return Stream.of(
        plain(
            "time goes back",
            REAL.changed(36, "3.270886", "3.270700"),
            36,
            "time goes back from 3.270817 to 3.270700"),
        plain(
            "a number is skipped",
            REAL.changed(36, "000036", "000096"),
            96,
            "number 96 follows number 35, so that the calls are not whole or not in order"),
        plain(
            "a call is missing",
            REAL.without(40),
            41,
            "number 41 follows number 39, so that the calls are not whole or not in order"),
        plain(
            "the count of KVM_RUN calls falls",
            REAL.changed(36, "run=1/6", "run=1/5"),
            36,
            "run= counts 5 calls of KVM_RUN after 6: the count never falls"),
        plain(
            "a thread is inside KVM_RUN without having called it",
            REAL.changed(52, "run=0/6", "run=1/6"),
            52,
            "run= says that 1 threads are inside KVM_RUN; 0 were at the line before, and 0 calls"
                + " have begun since"),
        plain(
            "more threads run than there are vCPUs",
            REAL.changed(30, "run=1/6", "run=2/7"),
            30,
            "run= says that 2 threads are inside KVM_RUN, and the vCPUs created so far are 1"));
  }

  @ParameterizedTest
  @MethodSource({"results", "bits", "order"})
  void isRejected(Tampered tampered) {
    ReplayResult.Rejected rejected =
        assertInstanceOf(
            ReplayResult.Rejected.class, tampered.input().replay(Era.V3_5, tampered.workload()));
    assertEquals(tampered.reason(), rejected.reason());
    assertEquals(tampered.input().lineOfCall(tampered.rejectedAt()), rejected.line());
  }

  /** What docs/trace-replay.md says that a replay cannot detect. */
  @Test
  void aLostBitIsSeenOnlyByWhoKnowsTheWorkload() {
    RealInput lost = REAL.changed(36, ALL, "dirty=2047: 3840-5886");
    assertInstanceOf(ReplayResult.Accepted.class, lost.replay(Era.V3_5, false));
    assertInstanceOf(ReplayResult.Rejected.class, lost.replay(Era.V3_5, true));
  }

  /** EFAULT is no matter of state: the model's copy faults too, and v3.5 loses the bits. */
  @Test
  void aFaultingCopyIsAccepted() {
    RealInput fault = REAL.changed(36, "-> 0 " + ALL, "-> EFAULT");
    ReplayResult.Accepted accepted =
        assertInstanceOf(ReplayResult.Accepted.class, fault.replay(Era.V3_5, false));
    assertEquals(2 * 2048, accepted.bits());
  }
}
