package org.lostbit.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.lostbit.claims.EngineName;
import org.lostbit.explorer.trace.MalformedSchedule;
import org.lostbit.explorer.trace.Schedule;
import org.lostbit.reports.engines.ChildJvm;
import org.lostbit.reports.engines.EngineProcess;

/** The command {@code replay}: the explored machine needs a JVM of its own, {@link ReplayMain}. */
final class ReplayRun {
  private static final int USAGE = 64;

  private final Workbench bench;

  ReplayRun(Workbench bench) {
    this.bench = bench;
  }

  /** Runs a schedule that may have been broken over several lines, as mails do. */
  int run(List<String> parts) {
    String text = String.join("", parts).replaceAll("[\\s\\\\]", "");
    try {
      ReplayMain.claim(bench.claims(), Schedule.parse(text));
    } catch (MalformedSchedule wrong) {
      throw new BadInput(wrong.getMessage() + ".");
    }
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    int exit;
    try {
      exit =
          new ChildJvm(EngineProcess.flags(EngineName.EXPLORER), ReplayMain.class.getName())
              .run(
                  List.of(text),
                  Path.of("").toAbsolutePath(),
                  new PrintStream(printed, true, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the replay cannot be started", e);
    }
    String said = printed.toString(StandardCharsets.UTF_8);
    if (exit == USAGE) {
      throw new BadInput(said.strip());
    }
    bench.out().print(said);
    return exit;
  }
}
