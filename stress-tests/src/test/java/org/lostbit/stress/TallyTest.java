package org.lostbit.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lostbit.model.memory.Violation;

/** Counting what forks report. */
class TallyTest {
  private static final Violation LOST = new Violation(Violation.Kind.LOST_PAGE, "gfn 3, lost");
  private static final String HELD = new Ending.Held().written();
  private static final String BROKEN = new Ending.Broken(LOST).written();
  private static final String DROPPED = new Ending.Dropped().written();

  @Test
  void endingsAndInterestsAreCounted() {
    Tally tally =
        Tally.of(
            Map.of(
                HELD + ", 0",
                100L,
                HELD + ", 1",
                10L,
                HELD + ", 3",
                5L,
                BROKEN + ", 2",
                7L,
                DROPPED + ", 0",
                2L),
            2,
            500);
    assertEquals(122, tally.samples());
    assertEquals(7, tally.hits());
    assertEquals(2, tally.dropped());
    assertEquals(List.of(15L, 12L), tally.reached());
    assertEquals(Optional.of(LOST), tally.violation());
    assertEquals(List.of(), tally.trouble());
  }

  @Test
  void theHighestInterestHasItsBit() {
    Tally tally = Tally.of(Map.of(HELD + ", " + (1L << 62), 3L), 63, 500);
    assertEquals(3, tally.reached().get(62));
    assertEquals(0, tally.reached().get(61));
  }

  @Test
  void aForkWithoutSamplesIsTrouble() {
    assertEquals(List.of("a fork ran no sample"), Tally.of(Map.of(), 0, 500).trouble());
    assertEquals(
        List.of("a fork ran no sample"), Tally.of(Map.of(DROPPED + ", 0", 5L), 0, 500).trouble());
  }

  @Test
  void aResultThatCannotBeReadIsTrouble() {
    for (String unreadable : List.of("null, 0", HELD, HELD + ", x", "")) {
      Tally tally = Tally.of(Map.of(HELD + ", 0", 1L, unreadable, 1L), 0, 500);
      assertEquals(1, tally.samples());
      assertTrue(tally.trouble().get(0).startsWith("a fork counted a result"), unreadable);
    }
  }

  @Test
  void anotherExceptionIsTroubleAndNoSample() {
    String failed = new Ending.Failed("java.lang.Error at X").written();
    Tally tally = Tally.of(Map.of(failed + ", 1", 4L), 1, 500);
    assertEquals(0, tally.samples());
    assertEquals(List.of(0L), tally.reached());
    assertEquals(List.of("4 samples ended in java.lang.Error at X"), tally.trouble());
  }

  @Test
  void forksAddUp() {
    Tally one = Tally.of(Map.of(HELD + ", 1", 10L), 1, 500);
    Tally two = Tally.of(Map.of(BROKEN + ", 1", 1L), 1, 500);
    assertEquals(
        new Tally(2, 1000, 11, 1, 0, List.of(11L), Optional.of(LOST), List.of()),
        Tally.none(1).plus(one).plus(two));
  }
}
