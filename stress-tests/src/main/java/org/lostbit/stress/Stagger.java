package org.lostbit.stress;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How far apart the threads of one sample start.
 *
 * <p>Threads that always start together meet in their first instructions only: where one is short
 * and the race lies late in the other, they would hardly ever meet there. So each thread starts
 * late in half of the samples, by any time up to the length of the longest program.
 */
final class Stagger {
  private static final int SPACING = 16; // two cache lines between two lengths
  private static final long SHORTEST_NANOS = 100; // below, the clock is too coarse to help

  private final AtomicLongArray lengths;

  /** For programs of {@code threads} threads, of whose length nothing is known yet. */
  Stagger(int threads) {
    this.lengths = new AtomicLongArray(SPACING * (threads + 2));
  }

  /** A seed for one sample. */
  static long seed() {
    long z = System.nanoTime() * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Whether the length of thread {@code index} is taken in this sample: in one of eight. */
  static boolean measures(long seed, int index) {
    return ((seed >>> (4 * index)) & 7) == 0;
  }

  /**
   * The program of thread {@code index} took {@code nanos}. Follows the median: a thread that lost
   * its CPU says little.
   */
  void took(int index, long nanos) {
    int at = SPACING * (index + 1);
    long length = lengths.getPlain(at);
    long step = 1 + (length >> 4);
    lengths.setOpaque(at, nanos > length ? length + step : length - Math.min(step, length));
  }

  /** By how many nanoseconds thread {@code index} starts late. */
  long delay(long seed, int index) {
    if (((seed >>> (16 + index)) & 1) == 0) {
      return 0;
    }
    long longest = 0;
    for (int at = SPACING; at < lengths.length(); at += SPACING) {
      longest = Math.max(longest, lengths.getOpaque(at));
    }
    if (longest < SHORTEST_NANOS) {
      return 0;
    }
    long chance = (seed >>> (20 + 8 * index)) & 0xfff; // of 4096
    return (longest * chance) >> 12;
  }
}
