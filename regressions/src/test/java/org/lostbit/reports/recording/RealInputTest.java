package org.lostbit.reports.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recorded migration is accepted as it is, and none of it is passed over in silence. */
final class RealInputTest {
  @ParameterizedTest
  @CsvSource({"v3.5,false,0", "v3.5,true,3", "v3.6,false,0", "v3.6,true,3"})
  void sectionBIsAccepted(String release, boolean workload, int workloadIntervals) {
    ReplayResult.Accepted accepted =
        assertInstanceOf(
            ReplayResult.Accepted.class,
            RealInput.asRecorded().replay(Era.named(release).orElseThrow(), workload));
    assertEquals(release, accepted.kernel());
    assertEquals(56, accepted.calls());
    assertEquals(16, accepted.regions());
    assertEquals(30, accepted.retrievals());
    assertEquals(3 * 2048, accepted.bits());
    assertEquals(3 * 2048, accepted.stores());
    assertEquals(30, accepted.intervals());
    assertEquals(workloadIntervals, accepted.workloadIntervals());
    assertEquals(
        List.of("CHECK_EXTENSION cap=10", "CREATE_VM", "CHECK_EXTENSION cap=16", "CREATE_VCPU"),
        List.copyOf(accepted.setUp().keySet()));
    assertEquals(
        Map.of(
            "CHECK_EXTENSION cap=118", 1,
            "CHECK_EXTENSION cap=168", 1,
            "ENABLE_CAP cap=164", 1,
            "ENABLE_CAP cap=218", 1,
            "ENABLE_CAP cap=188", 1,
            "ENABLE_CAP cap=128", 1,
            "flag KVM_MEM_READONLY", 6),
        accepted.notInKernel());
  }
}
