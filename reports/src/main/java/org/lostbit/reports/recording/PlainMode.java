package org.lostbit.reports.recording;

/** The one way of retrieving that is replayed: {@code KVM_GET_DIRTY_LOG} that clears the log. */
final class PlainMode {
  private static final int MANUAL_DIRTY_LOG_PROTECT = 166;
  private static final int MANUAL_DIRTY_LOG_PROTECT2 = 168;
  private static final int DIRTY_LOG_RING = 192;
  private static final int DIRTY_LOG_RING_ACQ_REL = 223;

  private PlainMode() {}

  /**
   * Refuses a section that retrieves in another way.
   *
   * @throws BadRecording which says in what way
   */
  static void require(String file, Section section) {
    int machines = 0;
    for (RecordedCall call : section.calls()) {
      String what = otherMode(call);
      if (call instanceof RecordedCall.SetUp setUp && setUp.is(RecordedCall.SetUp.CREATE_VM)) {
        machines++;
        what = machines > 1 ? "a second virtual machine in one section" : what;
      }
      if (!what.isEmpty()) {
        throw BadRecording.notModelled(
            file, call.head().line(), what + " (section " + section.name() + ")");
      }
    }
  }

  private static String otherMode(RecordedCall call) {
    if (call instanceof RecordedCall.OtherRetrieval other) {
      return other.name();
    }
    if (call instanceof RecordedCall.SetUp cap
        && cap.is(RecordedCall.SetUp.ENABLE_CAP)
        && cap.argument() != 0) {
      return switch (cap.capability()) {
        case MANUAL_DIRTY_LOG_PROTECT, MANUAL_DIRTY_LOG_PROTECT2 ->
            "manual protect, in which GET_DIRTY_LOG leaves the bits for CLEAR_DIRTY_LOG";
        case DIRTY_LOG_RING, DIRTY_LOG_RING_ACQ_REL ->
            "the dirty ring, in which each vCPU lists its dirty pages";
        default -> "";
      };
    }
    return "";
  }
}
