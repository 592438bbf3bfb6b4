package org.lostbit.reports.recording;

/** Thrown inside a replay at the first line that no run of the kernel can have left. */
final class Rejection extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  Rejection(RecordedCall.Head head, String reason) {
    super(reason);
    this.line = head.line();
  }

  int line() {
    return line;
  }
}
