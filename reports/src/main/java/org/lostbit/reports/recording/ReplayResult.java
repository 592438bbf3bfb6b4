package org.lostbit.reports.recording;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a replay says of a section. */
public sealed interface ReplayResult {
  /**
   * Some run of the kernel can have left these lines.
   *
   * @param kernel the kernel's name
   * @param calls all calls of the section
   * @param regions how many {@code SET_USER_MEMORY_REGION} the model executed
   * @param retrievals how many {@code GET_DIRTY_LOG} the model executed
   * @param bits how many bits they returned
   * @param intervals how many retrievals came after a time in which the guest may have run
   * @param stores how many guest stores were reconstructed from the bits and executed
   * @param workloadIntervals how many intervals had to report the whole workload; 0 without one
   * @param setUp calls that set the machine up and are not executed, by name
   * @param notInKernel what the kernel does not have, by name
   */
  record Accepted(
      String kernel,
      int calls,
      int regions,
      int retrievals,
      long bits,
      int intervals,
      long stores,
      int workloadIntervals,
      Map<String, Integer> setUp,
      Map<String, Integer> notInKernel)
      implements ReplayResult {
    /** A summary owns its maps, and keeps their order. */
    public Accepted {
      setUp = Collections.unmodifiableMap(new LinkedHashMap<>(setUp));
      notInKernel = Collections.unmodifiableMap(new LinkedHashMap<>(notInKernel));
    }
  }

  /**
   * No run of the kernel can have left a line.
   *
   * @param line its number in the file
   * @param reason why
   */
  record Rejected(int line, String reason) implements ReplayResult {}
}
