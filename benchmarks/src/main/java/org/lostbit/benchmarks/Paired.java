package org.lostbit.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The times of paired forks, in ns per operation: {@code seam.get(i)} and {@code bare.get(i)} were
 * measured one after the other, so that what slows the machine down meets both.
 */
record Paired(List<Double> seam, List<Double> bare) {
  private static final double CONFIDENCE = 0.95;

  /** Owns its lists. */
  Paired {
    seam = List.copyOf(seam);
    bare = List.copyOf(bare);
  }

  /** The median of the pairs' ratios, seam over bare. */
  double ratio() {
    return median(ratios());
  }

  double medianSeam() {
    return median(seam);
  }

  double medianBare() {
    return median(bare);
  }

  /** The lower end of the interval. */
  double low() {
    return ratios().get(outside(seam.size()));
  }

  /** The upper end of the interval. */
  double high() {
    return ratios().get(seam.size() - 1 - outside(seam.size()));
  }

  /**
   * How many ratios may be left out at each end, so that the rest covers the true median with at
   * least 95 %: whether a ratio lies below the median is a fair coin, whatever their distribution.
   */
  static int outside(int pairs) {
    double missed = 0;
    double ways = 1;
    for (int left = 0; ; left++) {
      missed += 2 * ways / Math.pow(2, pairs);
      if (1 - missed < CONFIDENCE) {
        return Math.max(0, left - 1);
      }
      ways = ways * (pairs - left) / (left + 1);
    }
  }

  private List<Double> ratios() {
    return IntStream.range(0, seam.size())
        .mapToObj(i -> seam.get(i) / bare.get(i))
        .sorted()
        .toList();
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
