package org.lostbit.claims.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lostbit.claims.EngineName;
import org.lostbit.claims.MemoryModel;
import org.lostbit.model.memory.Violation;

final class VerdictFileTest {
  private static final List<Verdict.Reached> REACHED =
      List.of(new Verdict.Reached("the log reader takes the new bit", 7));

  @TempDir Path directory;

  private static List<Verdict> oneOfEach() {
    TraceStep step =
        new TraceStep(
            1,
            0,
            "kvm_vm_ioctl_get_dirty_log",
            "arch/x86/kvm/x86.c",
            "5b mask = xchg(..)",
            "GetDirtyLog.java:61",
            "xchg(&slot8->dirty_bitmap[0], 0x0)",
            "slot8->dirty_bitmap[0]",
            "0x9",
            "0x0",
            List.of("kvm->slots_lock", "kvm->mmu_lock"),
            true,
            "bit 3 is lost \"here\"");
    Counterexample trace =
        new Counterexample(
            Violation.Kind.LOST_PAGE,
            "gfn 3 is lost",
            "Some/v3.5@VMM1#3f9a",
            true,
            2,
            List.of("VMM", "VCPU"),
            List.of(step),
            "");
    return List.of(
        new Verdict.Proved(
            new Exhaustion(MemoryModel.SC, "1 store, 1 call", 21, false, 40, 44, 0, 64, REACHED)),
        new Verdict.Violated(trace, 12, 3, REACHED),
        new Verdict.Violated(
            Counterexample.seen(
                new Violation(Violation.Kind.STALE_TLB, "used after the flush"), "seen 1x"),
            1_000_000,
            1,
            List.of()),
        new Verdict.NotSeen(50_000, REACHED),
        new Verdict.Unfinished("budget spent", 1_000_000, REACHED),
        new Verdict.NotSuited("needs two threads"),
        new Verdict.Skipped("/dev/kvm"),
        new Verdict.Failed("NullPointerException"));
  }

  private static VerdictFile file() {
    List<Judged> judged = new ArrayList<>();
    for (Verdict verdict : oneOfEach()) {
      judged.add(new Judged("L" + judged.size() + "/v3.5", "2025-01-01T00:00:00Z", 0.25, verdict));
    }
    return new VerdictFile(
        "run-1",
        "abcd",
        EngineName.LIVE_KERNEL,
        MemoryModel.TSO,
        false,
        new JvmEnvironment("17", "VM", "Linux 6", "amd64", 2, 512, "0x5eed"),
        judged);
  }

  @Test
  void everyVerdictComesBackAsItWas() throws IOException {
    VerdictFile file = file();
    assertEquals(file, VerdictFile.read(file.write(directory)));
    for (Class<?> kind : Verdict.class.getPermittedSubclasses()) {
      assertTrue(oneOfEach().stream().anyMatch(kind::isInstance), kind + " is not tried");
    }
  }

  @Test
  void theFileSpeaksTheWordsOfTheReport() throws IOException {
    String text = Files.readString(file().write(directory.resolve("made")));
    assertTrue(text.startsWith("{\n  \"schema\" : \"lostbit-verdicts/1\""), text);
    assertTrue(text.contains("\"engine\" : \"live kernel\""), text);
    for (Verdict verdict : oneOfEach()) {
      assertTrue(text.contains("\"verdict\" : \"" + verdict.word() + "\""), verdict.word());
    }
  }

  @Test
  void writingLeavesOneFileAndReplacesTheOldOne() throws IOException {
    Files.writeString(directory.resolve("live-kernel.json"), "old");
    file().write(directory);
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(directory.resolve("live-kernel.json")), files.toList());
    }
    assertEquals(file(), VerdictFile.read(directory.resolve("live-kernel.json")));
  }

  @Test
  void aFileThatIsNotWholeIsRefusedInOneSentenceThatNamesIt() throws IOException {
    String whole = file().json();
    Path file = directory.resolve("explorer.json");
    for (String broken :
        List.of(
            "",
            "[]",
            "no json",
            whole.substring(0, whole.length() / 2),
            whole + "{}",
            whole.replace("lostbit-verdicts/1", "lostbit-verdicts/9"),
            whole.replace("\"schema\"", "\"scheme\""),
            whole.replace("\"runId\" : \"run-1\",", ""),
            whole.replace("\"runId\" : \"run-1\",", "\"runId\" : null,"),
            whole.replace("\"live kernel\"", "\"dead kernel\""),
            whole.replace("NOT_SEEN", "PASSED"),
            whole.replace("\"unexplored\" : 0", "\"unexplored\" : 1"),
            whole.replace("L1/v3.5", "L0/v3.5"))) {
      Files.writeString(file, broken);
      IOException refused = assertThrows(IOException.class, () -> VerdictFile.read(file), broken);
      assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
      assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    }
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = directory.resolve("explorer.json");
    IOException missing = assertThrows(IOException.class, () -> VerdictFile.read(file));
    assertEquals("there is no verdict file " + file, missing.getMessage());
  }
}
