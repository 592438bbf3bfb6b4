package org.lostbit.reports.recording;

import java.util.List;

/**
 * One process of a recording.
 *
 * @param name such as {@code B}
 * @param line the line of its title
 * @param events what happened to the guest and the migration, in the order of the file
 * @param calls in the order of their sequence numbers
 */
public record Section(String name, int line, List<Event> events, List<RecordedCall> calls) {
  /** A section owns its lists. */
  public Section {
    events = List.copyOf(events);
    calls = List.copyOf(calls);
  }

  /**
   * Something that the process reported, on the clock of the calls.
   *
   * @param line where it is written
   * @param micros since the process began
   * @param kind such as {@code STOP}
   */
  public record Event(int line, long micros, String kind) {
    /** All vCPUs have left KVM_RUN and stay out. */
    boolean isStop() {
      return kind.equals("STOP");
    }

    /** The guest runs on. */
    boolean isResume() {
      return kind.equals("RESUME");
    }
  }
}
