package org.lostbit.reports.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Page numbers within a slot, as the file writes them: {@code 3-9 12}.
 *
 * @param ranges in the order of the file, which need not be a sensible one
 */
public record PageRanges(List<Range> ranges) {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,12})(?:-(\\d{1,12}))?");
  private static final Pattern SEPARATOR = Pattern.compile("[ ,]+");

  /** Owns its list. */
  public PageRanges {
    ranges = List.copyOf(ranges);
  }

  /**
   * Consecutive pages.
   *
   * @param first the first of them
   * @param last the last of them
   */
  public record Range(long first, long last) {
    @Override
    public String toString() {
      return first == last ? Long.toString(first) : first + "-" + last;
    }
  }

  /** Reads ranges; empty if the text is none. */
  static Optional<PageRanges> parse(String text) {
    List<Range> ranges = new ArrayList<>();
    if (!text.isBlank()) {
      for (String part : SEPARATOR.split(text.strip(), -1)) {
        Matcher range = RANGE.matcher(part);
        if (!range.matches()) {
          return Optional.empty();
        }
        long first = Long.parseLong(range.group(1));
        ranges.add(
            new Range(first, range.group(2) == null ? first : Long.parseLong(range.group(2))));
      }
    }
    return Optional.of(new PageRanges(ranges));
  }

  /** What is wrong with the order of the ranges; empty if they ascend and do not touch. */
  Optional<String> disorder() {
    long after = -1;
    for (Range range : ranges) {
      if (range.last() < range.first()) {
        return Optional.of("range " + range + " ends before it begins");
      }
      if (range.first() <= after) {
        return Optional.of("range " + range + " does not lie above page " + after);
      }
      after = range.last();
    }
    return Optional.empty();
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** How many pages the ranges hold; they are in order. */
  long count() {
    return ranges.stream().mapToLong(range -> range.last() - range.first() + 1).sum();
  }

  /** The lowest page that is {@code limit} or higher, or -1. */
  long firstFrom(long limit) {
    for (Range range : ranges) {
      if (range.last() >= limit) {
        return Math.max(range.first(), limit);
      }
    }
    return -1;
  }

  /** The lowest page of {@code first} to {@code last} that the ranges lack, or -1. */
  long firstMissing(long first, long last) {
    long next = first;
    for (Range range : ranges) {
      if (range.last() < next) {
        continue;
      }
      if (range.first() > next) {
        break;
      }
      next = range.last() + 1;
    }
    return next > last ? -1 : next;
  }

  /** Every page, ascending. */
  void forEach(LongConsumer page) {
    for (Range range : ranges) {
      for (long p = range.first(); p <= range.last(); p++) {
        page.accept(p);
      }
    }
  }
}
