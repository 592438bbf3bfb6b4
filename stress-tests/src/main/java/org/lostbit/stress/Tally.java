package org.lostbit.stress;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lostbit.model.memory.Violation;

/**
 * What was counted in some forks.
 *
 * @param forks the forks that ran
 * @param millis how long they sampled together
 * @param samples samples that held or broke
 * @param hits samples that broke
 * @param dropped samples that count for nothing
 * @param reached how often each interest was reached, by its number
 * @param violation the first violation seen
 * @param trouble what went wrong, one sentence each
 */
record Tally(
    int forks,
    long millis,
    long samples,
    long hits,
    long dropped,
    List<Long> reached,
    Optional<Violation> violation,
    List<String> trouble) {
  /** Owns its lists. */
  Tally {
    reached = List.copyOf(reached);
    trouble = List.copyOf(trouble);
  }

  /** Nothing yet. */
  static Tally none(int interests) {
    return new Tally(
        0, 0, 0, 0, 0, Collections.nCopies(interests, 0L), Optional.empty(), List.of());
  }

  /** A fork of which nothing is known but what went wrong. */
  static Tally broken(int interests, String trouble) {
    return new Tally(
        1, 0, 0, 0, 0, Collections.nCopies(interests, 0L), Optional.empty(), List.of(trouble));
  }

  /**
   * Reads what one fork counted.
   *
   * @param results how often each result was seen: a written {@link Ending}, a comma, and the mask
   *     of interests
   */
  static Tally of(Map<String, Long> results, int interests, long millis) {
    long samples = 0;
    long hits = 0;
    long dropped = 0;
    long failed = 0;
    long[] reached = new long[interests];
    Optional<Violation> violation = Optional.empty();
    List<String> trouble = new ArrayList<>();
    for (Map.Entry<String, Long> result : results.entrySet()) {
      int comma = result.getKey().lastIndexOf(", ");
      Optional<Ending> read = Ending.read(result.getKey().substring(0, Math.max(comma, 0)));
      Optional<Long> mask = mask(result.getKey().substring(comma + 1).trim());
      if (read.isEmpty() || mask.isEmpty()) {
        trouble.add("a fork counted a result that cannot be read: " + result.getKey());
        continue;
      }
      long count = result.getValue();
      if (read.get() instanceof Ending.Dropped) {
        dropped += count;
        continue;
      } else if (read.get() instanceof Ending.Failed failure) {
        failed += count;
        trouble.add(count + " samples ended in " + failure.text());
        continue;
      } else if (read.get() instanceof Ending.Broken broken) {
        hits += count;
        violation = violation.or(() -> Optional.of(broken.violation()));
      }
      samples += count;
      for (int i = 0; i < interests; i++) {
        reached[i] += ((mask.get() >> i) & 1) * count;
      }
    }
    if (samples + failed == 0) {
      trouble.add("a fork ran no sample");
    }
    List<Long> counts = new ArrayList<>();
    for (long count : reached) {
      counts.add(count);
    }
    return new Tally(1, millis, samples, hits, dropped, counts, violation, trouble);
  }

  /** Both together. */
  Tally plus(Tally other) {
    List<Long> counts = new ArrayList<>();
    for (int i = 0; i < reached.size(); i++) {
      counts.add(reached.get(i) + other.reached.get(i));
    }
    List<String> troubles = new ArrayList<>(trouble);
    troubles.addAll(other.trouble);
    return new Tally(
        forks + other.forks,
        millis + other.millis,
        samples + other.samples,
        hits + other.hits,
        dropped + other.dropped,
        counts,
        violation.or(other::violation),
        troubles);
  }

  private static Optional<Long> mask(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }
}
