package org.lostbit.claims.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lostbit.claims.Answer;
import org.lostbit.claims.Claim;
import org.lostbit.claims.ClaimKind;
import org.lostbit.claims.EngineName;
import org.lostbit.claims.MemoryModel;
import org.lostbit.claims.verdict.Judged;
import org.lostbit.claims.verdict.ModelDigest;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.claims.verdict.VerdictFile;
import org.lostbit.model.memory.Violation;

final class EngineMainTest {
  private static final List<Claim> CATALOGUE =
      List.of(
          claim("L1/v3.5", Map.of()),
          claim("L2/v3.5", Map.of(EngineName.LINCHECK, "needs two threads")),
          claim("L4/v3.5", Map.of()));

  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<String> asked = new ArrayList<>();

  private static Claim claim(String key, Map<EngineName, String> unsuited) {
    return new Claim(
        key.substring(0, 2),
        key,
        "Some",
        "Is it so?",
        "v3.5",
        ClaimKind.HOLDS,
        "",
        Map.of(MemoryModel.SC, Answer.IMPOSSIBLE),
        "it is locked",
        Optional.empty(),
        unsuited,
        "2 threads",
        Violation.Kind.LOST_PAGE,
        List.of("VMM", "VCPU"),
        () -> {
          throw new AssertionError("this engine runs nothing");
        });
  }

  /** Sees nothing in any claim, and breaks with an error on one. */
  private final class Fake implements Engine {
    @Override
    public EngineName name() {
      return EngineName.LINCHECK;
    }

    @Override
    public MemoryModel model() {
      return MemoryModel.SC;
    }

    @Override
    public boolean exhaustive() {
      return false;
    }

    @Override
    public Verdict judge(Claim claim) {
      asked.add(claim.key());
      if (claim.id().equals("L1")) {
        throw new StackOverflowError();
      }
      return new Verdict.NotSeen(10, List.of());
    }
  }

  private int run(String... args) {
    return new EngineMain(
            new Fake(),
            CATALOGUE,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8))
        .run(List.of(args));
  }

  @Test
  void verifyJudgesEveryClaimInOrderAndEndsWithZero() throws IOException {
    assertEquals(0, run("verify", "--run-id", "r1", "--out", directory.toString()));
    VerdictFile file = VerdictFile.read(directory.resolve("lincheck.json"));
    assertEquals("r1", file.runId());
    assertEquals(ModelDigest.ofThisJvm(), file.digest());
    assertEquals(
        List.of("L1/v3.5", "L2/v3.5", "L4/v3.5"),
        file.verdicts().stream().map(Judged::claim).toList());
    assertEquals(
        List.of(
            new Verdict.Failed("the engine threw java.lang.StackOverflowError"),
            new Verdict.NotSuited("needs two threads"),
            new Verdict.NotSeen(10, List.of())),
        file.verdicts().stream().map(Judged::verdict).toList());
    assertEquals(List.of("L1/v3.5", "L4/v3.5"), asked, "an unsuited claim is never run");
    assertEquals(4, out.toString(UTF_8).lines().count(), "a line per claim, and where they are");
    assertTrue(out.toString(UTF_8).startsWith("[1/3] lincheck: L1/v3.5 FAILED ("));
  }

  @Test
  void checkJudgesTheNamedClaimsOnly() throws IOException {
    String out = directory.toString();
    assertEquals(0, run("check", "--run-id", "r1", "--out", out, "L4/v3.5", "L2/v3.5"));
    assertEquals(
        List.of("L2/v3.5", "L4/v3.5"),
        VerdictFile.read(directory.resolve("lincheck.json")).verdicts().stream()
            .map(Judged::claim)
            .toList());
  }

  @Test
  void wrongArgumentsAreOneSentenceAnd64AndNothingIsWritten() throws IOException {
    Path file = Files.writeString(directory.resolve("lincheck.json"), "old");
    String out = directory.toString();
    List<List<String>> wrong =
        List.of(
            List.of(),
            List.of("judge"),
            List.of("verify", "--out", out),
            List.of("verify", "--run-id", "r1"),
            List.of("verify", "--run-id", "r1", "--out"),
            List.of("verify", "--run-id", "r1", "--out", out, "L1/v3.5"),
            List.of("verify", "--run-id", "r1", "--out", out, "--fast"),
            List.of("check", "--run-id", "r1", "--out", out),
            List.of("check", "--run-id", "r1", "--out", out, "L9/v3.5"));
    for (List<String> args : wrong) {
      err.reset();
      assertEquals(64, run(args.toArray(String[]::new)), args.toString());
      assertEquals(1, err.toString(UTF_8).lines().count(), err.toString(UTF_8));
    }
    assertTrue(err.toString(UTF_8).contains("L9/v3.5"), "the unknown claim is named");
    assertEquals("old", Files.readString(file));
    assertEquals(List.of(), asked);
  }

  @Test
  void aDirectoryThatCannotBeMadeIsNotSuccess() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertEquals(74, run("verify", "--run-id", "r1", "--out", file.resolve("in").toString()));
    assertTrue(err.toString(UTF_8).contains(file.toString()));
  }
}
