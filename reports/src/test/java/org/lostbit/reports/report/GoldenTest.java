package org.lostbit.reports.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lostbit.claims.verdict.VerdictFile;
import org.lostbit.reports.Fakes;
import org.lostbit.reports.gate.Evidence;
import org.lostbit.reports.trace.TraceText;

/**
 * Every form of the report against files that a person has read. After a change that is meant,
 * {@code -Dgolden.update=true} writes them anew; the difference is reviewed as code is.
 */
final class GoldenTest {
  private static RaceReport report(List<VerdictFile> files) {
    List<Evidence> evidence =
        files.stream().map(file -> (Evidence) new Evidence.Read(file)).toList();
    return RaceReport.of(Fakes.catalogue(), evidence, Fakes.RUN, Fakes.DIGEST, Fakes.HERE);
  }

  @TestFactory
  Stream<DynamicTest> everyFormIsAsItWasReviewed() {
    RaceReport green = report(Fakes.green());
    RaceReport red = report(Fakes.red());
    return Stream.of(
        golden("green.html", ReportPage.of(green)),
        golden("green.json", ReportJson.of(green)),
        golden("green.txt", ReportTable.of(green)),
        golden("red.html", ReportPage.of(red)),
        golden("red.json", ReportJson.of(red)),
        golden("red.txt", ReportTable.of(red)),
        golden("trace.txt", TraceText.of(Fakes.catalogue().get(2), Fakes.trace())),
        golden(
            "outcome.txt", TraceText.of(Fakes.catalogue().get(1), Fakes.seen().counterexample())));
  }

  private static DynamicTest golden(String name, String text) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          if (Boolean.getBoolean("golden.update")) {
            Path file = Path.of("src/test/resources/golden", name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
          } else {
            assertEquals(read(name), text, "golden file " + name);
          }
        });
  }

  private static String read(String name) {
    try (InputStream in = GoldenTest.class.getResourceAsStream("/golden/" + name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
