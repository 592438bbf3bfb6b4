package org.lostbit.reports.recording;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** The stops of the guest among the events, in step with the calls. */
final class Stops {
  private final List<Section.Event> events;
  private int next;
  private int count;
  private boolean stopped;

  Stops(List<Section.Event> events) {
    this.events =
        events.stream()
            .filter(event -> event.isStop() || event.isResume())
            .sorted(Comparator.comparingLong(Section.Event::micros))
            .toList();
  }

  /** Takes the events up to a time; when the first stop among them was. */
  OptionalLong advance(long micros) {
    OptionalLong stop = OptionalLong.empty();
    while (next < events.size() && events.get(next).micros() <= micros) {
      Section.Event event = events.get(next);
      next++;
      stopped = event.isStop();
      if (stopped) {
        count++;
        stop = stop.isPresent() ? stop : OptionalLong.of(event.micros());
      }
    }
    return stop;
  }

  /** The number of the stop that lasts, from 1; 0 if the guest may run. */
  int current() {
    return stopped ? count : 0;
  }
}
