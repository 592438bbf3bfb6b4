package org.lostbit.reports.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lostbit.claims.Answer;
import org.lostbit.claims.ClaimKind;
import org.lostbit.claims.MemoryModel;
import org.lostbit.reports.Fakes;

final class ExpectationTest {
  private static Optional<Answer> tso(MemoryModel stated, Answer answer) {
    return Expectation.of(
        Fakes.claim("L1/v3.5", ClaimKind.HOLDS, Map.of(stated, answer)), MemoryModel.TSO);
  }

  @Test
  void aWeakerModelAllowsWhatAStrongerOneAllowsAndNothingElseFollows() {
    assertEquals(Optional.of(Answer.POSSIBLE), tso(MemoryModel.SC, Answer.POSSIBLE));
    assertEquals(Optional.empty(), tso(MemoryModel.SC, Answer.IMPOSSIBLE));
    assertEquals(Optional.of(Answer.IMPOSSIBLE), tso(MemoryModel.LKMM, Answer.IMPOSSIBLE));
    assertEquals(Optional.empty(), tso(MemoryModel.LKMM, Answer.POSSIBLE));
    assertEquals(Optional.of(Answer.IMPOSSIBLE), tso(MemoryModel.TSO, Answer.IMPOSSIBLE));
  }
}
