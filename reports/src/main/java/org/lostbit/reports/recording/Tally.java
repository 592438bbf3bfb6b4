package org.lostbit.reports.recording;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a replay counts on its way. */
final class Tally {
  private final Map<String, Integer> setUp = new LinkedHashMap<>();
  private final Map<String, Integer> notInKernel = new LinkedHashMap<>();
  private int regions;
  private int retrievals;
  private long bits;
  private int intervals;
  private long stores;
  private int workloadIntervals;

  void setUp(String call) {
    setUp.merge(call, 1, Integer::sum);
  }

  void notInKernel(String what) {
    notInKernel.merge(what, 1, Integer::sum);
  }

  void region() {
    regions++;
  }

  void retrieval(long itsBits) {
    retrievals++;
    bits += itsBits;
  }

  void interval() {
    intervals++;
  }

  void stores(long made) {
    stores += made;
  }

  void workloadInterval() {
    workloadIntervals++;
  }

  int workloadIntervals() {
    return workloadIntervals;
  }

  ReplayResult.Accepted accepted(String kernel, int calls) {
    return new ReplayResult.Accepted(
        kernel,
        calls,
        regions,
        retrievals,
        bits,
        intervals,
        stores,
        workloadIntervals,
        setUp,
        notInKernel);
  }
}
