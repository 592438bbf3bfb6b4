package org.lostbit.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lostbit.reports.engines.Engines;

/** The command line hands {@code trace} on, with its streams and its exit codes. */
final class MainTraceTest {
  private static final String REAL =
      Path.of(System.getProperty("basedir", "."), "..", "real-input", "qemu-live-migration.txt")
          .toString();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... words) {
    Workbench bench =
        new Workbench(
            List.of(),
            "digest",
            new Engines(List.of(), List.of()),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return Main.run(bench, words);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  @Test
  void accepted() {
    assertEquals(0, run("trace", REAL, "--section", "B", "--workload"));
    assertEquals(
        REAL + ": accepted: section B on v3.5: 56 calls, 30 retrievals, 6144 bits.",
        text(out).lines().findFirst().orElseThrow());
    assertEquals("", text(err));
  }

  @Test
  void badInput() {
    assertEquals(64, run("trace", "no-such-file", "--section", "B"));
    assertEquals("", text(out));
    assertEquals("lostbit: no-such-file: there is no such file.", text(err).strip());
  }

  @Test
  void notUnderstood() {
    assertEquals(64, run("trace"));
    assertEquals("", text(out));
    assertEquals(
        "lostbit: Missing required parameter: 'FILE'; See lostbit trace --help.",
        text(err).strip());
  }
}
