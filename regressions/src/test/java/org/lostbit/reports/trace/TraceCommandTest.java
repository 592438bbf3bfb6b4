package org.lostbit.reports.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line: exit codes, and the first sentence of what it prints. */
final class TraceCommandTest {
  private static final Path REAL =
      Path.of(System.getProperty("basedir", "."), "..", "real-input", "qemu-live-migration.txt");

  @TempDir private Path dir;

  private record Ran(int exitCode, String out, String err) {}

  private static Ran run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        new CommandLine(new TraceCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int exitCode = command.execute(words);
    return new Ran(exitCode, out.toString(), err.toString());
  }

  @Test
  void theRealInputIsAccepted() {
    Ran ran = run(REAL, "--section", "B", "--workload");
    assertEquals("", ran.err());
    assertEquals(0, ran.exitCode());
    assertEquals(
        REAL + ": accepted: section B on v3.5: 56 calls, 30 retrievals, 6144 bits.",
        ran.out().lines().findFirst().orElseThrow());
    assertTrue(ran.out().contains("not in v3.5           1 x CHECK_EXTENSION cap=118"), ran.out());
    assertTrue(ran.out().contains("6 x flag KVM_MEM_READONLY"), ran.out());
    assertTrue(ran.out().contains("3 intervals of more than 1 s"), ran.out());
  }

  @Test
  void aTamperedCopyIsRejectedWithLineAndReason() throws IOException {
    String real = Files.readString(REAL);
    Path copy = dir.resolve("tampered.txt");
    Files.writeString(
        copy, real.replace("3.270785 tid=17924  run=1/6", "1.000000 tid=17924  run=1/6"));
    int line = (int) real.substring(0, real.indexOf("3.270785")).lines().count();
    Ran ran = run(copy, "--section=B", "--kernel=v3.6");
    assertEquals("", ran.err());
    assertEquals(10, ran.exitCode());
    assertEquals(
        copy + ":" + line + ": rejected: time goes back from 1.216739 to 1.000000.",
        ran.out().strip());
  }

  @Test
  void badInputIsOneSentenceAndChangesNothing() throws IOException {
    Path binary = dir.resolve("binary");
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    Path missing = dir.resolve("missing");
    Map<String[], String> sentences =
        Map.of(
            new String[] {missing.toString()},
            missing + ": there is no such file.",
            new String[] {binary.toString()},
            binary + ": is no recording: it is not text in UTF-8.",
            new String[] {REAL.toString()},
            REAL + ": has several sections; choose one of A, A', B, C by --section.",
            new String[] {REAL.toString(), "--section", "X"},
            REAL + ": has no section X; it has A, A', B, C.",
            new String[] {REAL.toString(), "--section", "B", "--kernel", "v2.6"},
            "--kernel v2.6 is no kernel; choose one of v3.5, v3.6.",
            new String[] {REAL.toString(), "--section", "A"},
            REAL
                + ":29: not modelled yet: manual protect, in which GET_DIRTY_LOG leaves the bits"
                + " for CLEAR_DIRTY_LOG (section A).",
            new String[] {REAL.toString(), "--section", "C"},
            REAL
                + ":537: not modelled yet: the dirty ring, in which each vCPU lists its dirty"
                + " pages (section C).");
    sentences.forEach(
        (arguments, sentence) -> {
          Ran ran = run((Object[]) arguments);
          assertEquals("lostbit: " + sentence, ran.err().strip());
          assertEquals("", ran.out());
          assertEquals(64, ran.exitCode());
        });
  }

  @Test
  void aDirectoryAndAMissingArgumentAreBadInputToo() {
    Ran directory = run(dir, "--section", "B");
    assertEquals(64, directory.exitCode());
    assertTrue(
        directory.err().startsWith("lostbit: " + dir + ": cannot be read: "), directory.err());
    Ran nothing = run();
    assertEquals(64, nothing.exitCode());
    assertTrue(nothing.err().startsWith("Missing required parameter: 'FILE'"), nothing.err());
  }
}
