package org.lostbit.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lostbit.claims.Catalogue;
import org.lostbit.claims.EngineName;
import org.lostbit.claims.verdict.ModelDigest;
import org.lostbit.reports.engines.EngineHome;
import org.lostbit.reports.engines.Engines;

/** The real catalogue and the real explorer, in processes of their own. */
final class ReplayTest {
  private static final String KEY = "L10/v3.5+read-then-zero";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    out.reset();
    err.reset();
    Engines explorer =
        new Engines(
            List.of(new EngineHome(EngineName.EXPLORER, "org.lostbit.explorer.Main")), List.of());
    return Main.run(
        new Workbench(
            Catalogue.claims(),
            ModelDigest.ofThisJvm(),
            explorer,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8)),
        args);
  }

  @Test
  void whatCheckFoundReplaysAsItWasPrinted() {
    assertEquals(0, run("check", KEY), "a planted bug that is caught is as claimed");
    String found = out.toString(UTF_8);
    assertTrue(found.startsWith("GREEN: 1 planted bug is found."), found);
    String trace = found.substring(found.indexOf("BUG: "));
    String schedule = trace.substring(trace.indexOf('\'') + 1, trace.lastIndexOf('\''));
    assertEquals(10, run("replay", schedule), err.toString(UTF_8));
    assertEquals(steps(trace), steps(out.toString(UTF_8)));
  }

  private static List<String> steps(String trace) {
    return trace.lines().filter(line -> line.matches(" *[0-9]+(-[0-9]+)? .*")).toList();
  }

  @Test
  void aStaleScheduleIsRefusedAndAHarmlessOneEndsWithZero() {
    String title =
        Catalogue.claims().stream()
            .filter(claim -> claim.key().equals(KEY))
            .map(claim -> claim.scenario() + "/" + claim.kernel())
            .findFirst()
            .orElseThrow();
    assertEquals(64, run("replay", title + "@#ffff"));
    Matcher digest =
        Pattern.compile("not that of its steps, #([0-9a-f]{4})").matcher(err.toString(UTF_8));
    assertTrue(digest.find(), err.toString(UTF_8));
    assertEquals(0, run("replay", title + "@#" + digest.group(1)), err.toString(UTF_8));
    assertTrue(out.toString(UTF_8).startsWith("The schedule breaks no property"));
  }
}
