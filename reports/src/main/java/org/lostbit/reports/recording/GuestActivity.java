package org.lostbit.reports.recording;

import java.util.OptionalLong;

/**
 * When the guest ran, as far as the {@code run=} column tells: between two lines it may have run if
 * a thread was inside KVM_RUN at one of them or one more call had begun; it ran for certain if a
 * thread was inside at both.
 */
final class GuestActivity {
  private RecordedCall.Head last;
  private int vcpus;
  private long activeGaps;
  private long certainMicros;

  /**
   * An instant, for later comparison.
   *
   * @param micros the time
   */
  record Mark(long micros, long activeGaps, long certainMicros) {}

  /** One more vCPU can enter KVM_RUN. */
  void vcpuCreated() {
    vcpus++;
  }

  /**
   * The next line.
   *
   * @param stop when the guest was stopped since the line before
   */
  void advance(RecordedCall.Head now, OptionalLong stop) throws Rejection {
    RecordedCall.Head before = last;
    last = now;
    if (now.running() > vcpus) {
      throw new Rejection(
          now,
          "run= says that "
              + now.running()
              + " threads are inside KVM_RUN, and the vCPUs created so far are "
              + vcpus);
    }
    if (before == null) {
      return;
    }
    if (now.sequence() != before.sequence() + 1) {
      throw new Rejection(
          now,
          "number "
              + now.sequence()
              + " follows number "
              + before.sequence()
              + ", so that the calls are not whole or not in order");
    }
    if (now.micros() < before.micros()) {
      throw new Rejection(now, "time goes back from " + before.time() + " to " + now.time());
    }
    if (now.runs() < before.runs()) {
      throw new Rejection(
          now,
          "run= counts "
              + now.runs()
              + " calls of KVM_RUN after "
              + before.runs()
              + ": the count never falls");
    }
    long begun = now.runs() - before.runs();
    if (now.running() > before.running() + begun) {
      throw new Rejection(
          now,
          "run= says that "
              + now.running()
              + " threads are inside KVM_RUN; "
              + before.running()
              + " were at the line before, and "
              + begun
              + " calls have begun since");
    }
    if (before.running() > 0 || begun > 0) {
      activeGaps++;
    }
    if (before.running() > 0 && stop.isPresent()) {
      certainMicros += Math.max(0, stop.getAsLong() - before.micros());
    } else if (before.running() > 0 && now.running() > 0) {
      certainMicros += now.micros() - before.micros();
    }
  }

  /** This instant. */
  Mark now() {
    return new Mark(last.micros(), activeGaps, certainMicros);
  }

  /** Whether the guest may have stored anything since. */
  boolean mayHaveRunSince(Mark mark) {
    return activeGaps > mark.activeGaps();
  }

  /** For how long the guest ran for certain since, in microseconds. */
  long ranSince(Mark mark) {
    return certainMicros - mark.certainMicros();
  }

  /** The time that has passed, in microseconds. */
  long passedSince(Mark mark) {
    return last.micros() - mark.micros();
  }
}
