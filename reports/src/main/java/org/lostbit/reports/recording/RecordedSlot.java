package org.lostbit.reports.recording;

import java.util.Optional;

/**
 * A memory slot as the recorded calls have left it.
 *
 * @param region the call that made it what it is
 * @param log its log, if it is logged
 */
record RecordedSlot(RecordedCall.SetRegion region, Optional<Log> log) {
  /**
   * The log of a slot since it was switched on.
   *
   * @param since the last retrieval, or when logging was switched on
   * @param fresh whether no retrieval has come yet
   * @param lastStop which stop of the guest the last retrieval came after; 0 if the guest ran on
   */
  record Log(GuestActivity.Mark since, boolean fresh, int lastStop) {}

  /** The slot after {@code change} has succeeded; {@code before} is what it was. */
  static RecordedSlot changed(
      Optional<RecordedSlot> before, RecordedCall.SetRegion change, GuestActivity.Mark now) {
    if (!change.logs()) {
      return new RecordedSlot(change, Optional.empty());
    }
    Optional<Log> kept = before.flatMap(RecordedSlot::log);
    return new RecordedSlot(change, Optional.of(kept.orElse(new Log(now, true, 0))));
  }

  /** The slot after a retrieval. */
  RecordedSlot retrieved(GuestActivity.Mark now, int stop) {
    return new RecordedSlot(region, Optional.of(new Log(now, false, stop)));
  }
}
