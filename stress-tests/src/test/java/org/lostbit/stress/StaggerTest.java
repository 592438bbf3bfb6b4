package org.lostbit.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Late starts. */
class StaggerTest {
  @Test
  void nothingIsLateWhileNothingIsKnown() {
    Stagger stagger = new Stagger(4);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      assertEquals(0, stagger.delay(random.nextLong(), i % 4));
    }
  }

  @Test
  void aThreadIsLateByAnyTimeUpToTheLongestProgramInHalfOfTheSamples() {
    Stagger stagger = new Stagger(4);
    for (int i = 0; i < 1000; i++) {
      stagger.took(1, 2000);
    }
    SplittableRandom random = new SplittableRandom(1);
    for (int thread = 0; thread < 4; thread++) {
      int late = 0;
      long latest = 0;
      for (int i = 0; i < 10_000; i++) {
        long delay = stagger.delay(random.nextLong(), thread);
        assertTrue(delay >= 0 && delay < 2300, "" + delay);
        late += delay > 0 ? 1 : 0;
        latest = Math.max(latest, delay);
      }
      assertTrue(late > 4500 && late < 5500, "" + late);
      assertTrue(latest > 1700, "" + latest);
    }
  }

  @Test
  void aThreadThatLostItsCpuSaysLittle() {
    Stagger stagger = new Stagger(2);
    for (int i = 0; i < 1000; i++) {
      stagger.took(0, i % 10 == 0 ? 10_000_000 : 1000);
    }
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      assertTrue(stagger.delay(random.nextLong(), 0) < 1500);
    }
  }
}
