package org.lostbit.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue is consistent in itself. */
class CatalogueTest {
  private final List<Claim> claims = Catalogue.claims();
  private final Map<String, Claim> byKey =
      claims.stream().collect(Collectors.toMap(Claim::key, Function.identity()));

  @Test
  void everyKeyNamesItsIdAndItsKernel() {
    assertFalse(claims.isEmpty());
    for (Claim claim : claims) {
      assertTrue(claim.key().startsWith(claim.id()), claim.key());
      assertTrue(claim.key().endsWith("/" + claim.kernel()), claim.key());
    }
  }

  @Test
  void whatClosesAStandingHoleIsAClaimOnTheSameScenarioThatForbidsIt() {
    for (Claim hole : claims) {
      if (hole.kind() == ClaimKind.STANDING_HOLE) {
        Claim closing = byKey.get(hole.closedBy());
        assertEquals(hole.scenario(), closing.scenario());
        assertEquals(Answer.IMPOSSIBLE, closing.expected().get(MemoryModel.SC));
        assertNotEquals(hole.kernel(), closing.kernel());
      }
    }
  }

  @Test
  void everyPlantedBugOfAKernelHasItsBaseAsAClaimOnTheSameScenario() {
    for (Claim claim : claims) {
      if (claim.kind() == ClaimKind.PLANTED && !claim.kernel().equals("primitives")) {
        String base = claim.bug().orElseThrow().base();
        assertTrue(claim.kernel().startsWith(base + "+"), claim.key());
        assertTrue(
            claims.stream()
                .anyMatch(
                    other ->
                        other.kernel().equals(base)
                            && other.scenario().equals(claim.scenario())
                            && other.expected(MemoryModel.SC).orElseThrow() == Answer.IMPOSSIBLE),
            () -> claim.key() + " has no base that holds on the same scenario");
      }
    }
  }

  /** A weaker model allows whatever a stronger one does. */
  @Test
  void noWeakerModelForbidsWhatAStrongerOneAllows() {
    for (Claim claim : claims) {
      boolean possible = false;
      for (MemoryModel model : MemoryModel.values()) {
        possible |= claim.expected(model).filter(Answer.POSSIBLE::equals).isPresent();
        boolean forbids = claim.expected(model).filter(Answer.IMPOSSIBLE::equals).isPresent();
        assertFalse(possible && forbids, claim.key());
      }
    }
  }

  @Test
  void aRunHasOneActorPerThreadWithItsIndexAndName() {
    for (Claim claim : claims) {
      Run run = claim.run().get();
      assertEquals(claim.threads().size(), run.threads().size(), claim.key());
      for (int i = 0; i < run.threads().size(); i++) {
        assertEquals(i, run.threads().get(i).actor().index(), claim.key());
        assertEquals(claim.threads().get(i), run.threads().get(i).actor().name(), claim.key());
      }
      assertEquals(run.threads().size(), run.last().actor().index(), claim.key());
    }
  }

  @Test
  void theSameScenarioNameMeansTheSameQuestion() {
    Set<String> pairs = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Claim claim : claims) {
      names.add(claim.scenario());
      pairs.add(claim.scenario() + claim.question());
    }
    assertEquals(names.size(), pairs.size());
  }
}
