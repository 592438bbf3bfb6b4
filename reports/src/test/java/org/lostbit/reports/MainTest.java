package org.lostbit.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lostbit.claims.EngineName;
import org.lostbit.claims.verdict.VerdictFile;
import org.lostbit.reports.engines.EngineHome;
import org.lostbit.reports.engines.Engines;

final class MainTest {
  private static final Engines ENGINES =
      new Engines(
          List.of(
              new EngineHome(EngineName.EXPLORER, "none"),
              new EngineHome(EngineName.LINCHECK, "none"),
              new EngineHome(EngineName.JCSTRESS, "none")),
          List.of());

  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    return run(ENGINES, args);
  }

  private int run(Engines engines, String... args) {
    out.reset();
    err.reset();
    return Main.run(
        new Workbench(
            Fakes.catalogue(),
            Fakes.DIGEST,
            engines,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8)),
        args);
  }

  /** Leaves the files where the build would, and writes the report. */
  private int report(List<VerdictFile> files, String runId) throws IOException {
    List<String> args = new ArrayList<>(List.of("report", "--run-id", runId));
    for (VerdictFile file : files) {
      Path place = directory.resolve(file.engine().word()).resolve("target/verdicts");
      file.write(place);
      args.addAll(List.of("--verdicts", place.toString()));
    }
    args.addAll(List.of("--out", reportDirectory()));
    return run(args.toArray(String[]::new));
  }

  private String reportDirectory() {
    return directory.resolve("race-report").toString();
  }

  private int gate(String runId) {
    return run("gate", "--run-id", runId, "--report", reportDirectory());
  }

  private JsonNode json() throws IOException {
    Path file = directory.resolve("race-report/report.json");
    return JsonMapper.builder().build().readTree(Files.readString(file));
  }

  private String firstHeading() throws IOException {
    String page = Files.readString(directory.resolve("race-report/index.html"));
    return page.substring(page.indexOf("<h1>") + 4, page.indexOf("</h1>"));
  }

  @Test
  void badInputIsOneSentenceAnd64() {
    for (List<String> args :
        List.of(
            List.<String>of(),
            List.of("chekc"),
            List.of("check"),
            List.of("check", "L4", "--fast"),
            List.of("check", "L99/v3.5"),
            List.of("check", "L4", "--engine", "horse"),
            List.of("list", "all"),
            List.of("replay"),
            List.of("replay", "no schedule"),
            List.of("replay", "GuestWriteVsGetDirtyLog/v3.5@VMM#3f9a"),
            List.of("replay", "NoSuchScenario/v3.5@VMM1#3f9a"),
            List.of("gate", "--run-id", "x"),
            List.of("ci-check", directory.resolve("nowhere").toString()))) {
      assertEquals(64, run(args.toArray(String[]::new)), args.toString());
      String complaint = err.toString(UTF_8);
      assertEquals(1, complaint.lines().count(), complaint);
      assertTrue(complaint.startsWith("lostbit: "), complaint);
      assertEquals("", out.toString(UTF_8));
    }
  }

  @Test
  void badInputIsNamedWithItsMend() {
    run("check", "L99/v3.5");
    assertEquals(
        "lostbit: There is no claim 'L99/v3.5';"
            + " 'lostbit list' shows the keys and ids of all claims.\n",
        err.toString(UTF_8));
    run("check", "L4", "--engine", "horse");
    assertTrue(err.toString(UTF_8).contains("'horse'"), err.toString(UTF_8));
    assertTrue(err.toString(UTF_8).contains("explorer, lincheck, jcstress"), err.toString(UTF_8));
    run("chekc");
    assertTrue(err.toString(UTF_8).contains("'chekc'"), err.toString(UTF_8));
    assertTrue(err.toString(UTF_8).contains("lostbit --help"), err.toString(UTF_8));
  }

  @Test
  void helpShowsTheUsersCommandsOnly() {
    assertEquals(0, run("--help"));
    String help = out.toString(UTF_8);
    assertTrue(help.contains("check") && help.contains("list"), help);
    assertFalse(help.contains("ci-check") || help.contains("gate"), help);
  }

  @Test
  void listShowsEveryClaim() throws IOException {
    assertEquals(0, run("list"));
    Fakes.catalogue().forEach(claim -> assertTrue(out.toString(UTF_8).contains(claim.key())));
    assertEquals(0, run("list", "--json"));
    JsonNode claims = JsonMapper.builder().build().readTree(out.toString(UTF_8));
    assertEquals(Fakes.catalogue().size(), claims.size());
    assertEquals("IMPOSSIBLE", claims.get(0).path("expected").path("LKMM").asText());
  }

  @Test
  void aGreenRunIsGreenInEveryForm() throws IOException {
    assertEquals(0, report(Fakes.green(), Fakes.RUN));
    assertTrue(out.toString(UTF_8).startsWith("GREEN: 2 claims are proved under SC"));
    assertEquals(0, json().path("exitCode").asInt());
    assertTrue(firstHeading().startsWith("2 claims are proved under SC"));
    assertEquals(0, gate(Fakes.RUN));
    assertEquals(0, run("ci-check", reportDirectory()), out.toString(UTF_8));
  }

  @Test
  void aRedRunWritesItsReportWithTheReasonFirst() throws IOException {
    assertEquals(0, report(Fakes.red(), Fakes.RUN), "the report is written, the gate judges");
    assertEquals(30, json().path("exitCode").asInt());
    assertTrue(firstHeading().startsWith("The jcstress engine failed at L4/v3.5+write-protect"));
    assertEquals(30, gate(Fakes.RUN));
    assertTrue(out.toString(UTF_8).startsWith("RED (30): The jcstress engine failed at"));
    assertEquals(1, run("ci-check", reportDirectory()));
    assertTrue(out.toString(UTF_8).contains("Planted bug K01 was caught by [\"explorer\"]"));
  }

  @Test
  void aStaleVerdictFileTurnsTheRunRed() throws IOException {
    report(Fakes.green(), "another-run");
    assertEquals(30, json().path("exitCode").asInt());
    assertTrue(firstHeading().contains("is stale"), firstHeading());
    assertEquals(30, gate("another-run"));
    assertEquals("FAILED", json().at("/claims/0/verdicts/0/verdict").asText());
  }

  @Test
  void aMissingOrHalfWrittenVerdictFileTurnsTheRunRed() throws IOException {
    report(Fakes.green().subList(0, 2), Fakes.RUN);
    assertEquals(
        "The jcstress engine left no verdicts: there is no jcstress.json of this run.",
        json().path("headline").asText());
    Path half = directory.resolve("explorer/target/verdicts/explorer.json");
    report(Fakes.green(), Fakes.RUN);
    String whole = Files.readString(half);
    Files.writeString(half, whole.substring(0, whole.length() / 2));
    assertEquals(
        0,
        run(
            "report",
            "--run-id",
            Fakes.RUN,
            "--out",
            reportDirectory(),
            "--verdicts",
            half.getParent().toString()));
    assertTrue(json().path("findings").toString().contains("explorer.json cannot be read"));
    assertEquals(30, gate(Fakes.RUN));
  }

  @Test
  void anEngineThatCannotEvenBeFoundIsToldByItsEmptyDirectory() throws IOException {
    Path empty = Files.createDirectories(directory.resolve("stress-tests/target/verdicts"));
    Engines none = new Engines(List.of(), List.of());
    assertEquals(
        0,
        run(
            none,
            "report",
            "--run-id",
            Fakes.RUN,
            "--out",
            reportDirectory(),
            "--verdicts",
            empty.toString()));
    assertEquals(30, json().path("exitCode").asInt());
    assertTrue(firstHeading().startsWith("The stress-tests engine left no verdicts"));
  }

  @Test
  void theGateRefusesAReportThatIsNotOfThisRun() throws IOException {
    assertEquals(30, gate(Fakes.RUN));
    assertTrue(out.toString(UTF_8).contains("There is no race report"));
    report(Fakes.green(), Fakes.RUN);
    assertEquals(30, gate("later"));
    assertTrue(out.toString(UTF_8).contains("is stale"));
    Path file = directory.resolve("race-report/report.json");
    String whole = Files.readString(file);
    Files.writeString(file, whole.replace(Fakes.DIGEST, "0".repeat(64)));
    assertEquals(30, gate(Fakes.RUN));
    Files.writeString(file, whole.substring(0, 100));
    assertEquals(30, gate(Fakes.RUN));
  }

  @Test
  void aReportThatCannotBeWrittenIsNotSuccess() throws IOException {
    Files.writeString(directory.resolve("race-report"), "a file stands in the way");
    assertEquals(74, report(Fakes.green(), Fakes.RUN));
  }

  @Test
  void checkOfAnEngineThatDoesNotStartIsAFailedEngine() {
    assertEquals(30, run("check", "L4/v3.5", "--engine", "lincheck"));
    assertTrue(out.toString(UTF_8).contains("its process ended with exit code 1"));
    assertEquals(
        1, Arrays.stream(out.toString(UTF_8).split("\n")).filter(l -> l.startsWith("RED")).count());
  }
}
