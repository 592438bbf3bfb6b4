package org.lostbit.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The command that measures. */
class RatesTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int rates(Map<String, Long> results, String... args) {
    ClaimSource source = ClaimSource.of(new SampleClaims().get());
    Sampler sampler =
        new Sampler(FakeForks.showing(results), new Budget(2, 1000, 10, 1), List.of());
    return new Rates(source, sampler, print(out), print(err)).run(List.of(args));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  @Test
  void aClaimIsSuitedFromThirtyHitsInABudget() {
    String broken =
        FakeForks.BROKEN.keySet().stream()
            .filter(key -> key.startsWith("broken"))
            .findFirst()
            .get();
    String held = FakeForks.HELD.keySet().iterator().next();
    assertEquals(
        0, rates(Map.of(broken, 15L, held, 985L), SampleClaims.LATE_RACE, "--budgets", "3"));
    String line = line(SampleClaims.LATE_RACE);
    assertTrue(line.matches(".* 6,000 +90 +15,000\\.0 +1,000 +30\\.0 +yes"), line);

    assertEquals(0, rates(Map.of(broken, 14L, held, 986L), SampleClaims.STORE_BUFFERING));
    assertTrue(line(SampleClaims.STORE_BUFFERING).endsWith(" no"));
  }

  @Test
  void troubleIsPrintedAndEndsWithACode() {
    assertEquals(70, rates(Map.of(), SampleClaims.LATE_RACE));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("a fork ran no sample"));
  }

  @Test
  void badInputIsRefusedInOneSentence() {
    for (List<String> wrong :
        List.of(
            List.of("no-such-claim"),
            List.of("--budgets"),
            List.of("--budgets", "x"),
            List.of("--budgets", "0"))) {
      err.reset();
      assertEquals(64, rates(FakeForks.HELD, wrong.toArray(String[]::new)));
      assertEquals(1, err.toString(StandardCharsets.UTF_8).lines().count(), wrong.toString());
    }
    assertEquals(0, out.size());
  }

  private String line(String key) {
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith(key))
        .findFirst()
        .orElseThrow();
  }
}
