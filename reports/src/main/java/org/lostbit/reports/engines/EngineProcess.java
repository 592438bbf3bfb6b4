package org.lostbit.reports.engines;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lostbit.claims.EngineName;
import org.lostbit.claims.verdict.VerdictFile;
import org.lostbit.reports.gate.Evidence;

/** An engine as a process of its own, for some claims. */
public final class EngineProcess {
  private final EngineHome engine;
  private final PrintStream progress;

  /** Will run {@code engine}, whose output goes to {@code progress}. */
  public EngineProcess(EngineHome engine, PrintStream progress) {
    this.engine = engine;
    this.progress = progress;
  }

  /**
   * The flags of the JVM that an engine needs: its machine, its way to wait, its size; as in the
   * build.
   */
  public static List<String> flags(EngineName name) {
    return switch (name) {
      case EXPLORER -> List.of("-Dlostbit.machine=explored", "-Xss8m", "-Xmx2g");
      case LINCHECK ->
          List.of(
              "-XX:+EnableDynamicAgentLoading",
              "-Xshare:off",
              "-Dlostbit.wait=monitor",
              "-Dlincheck.logLevel=ERROR",
              "-Xmx2g");
      case JCSTRESS, JQWIK, LIVE_KERNEL -> List.of();
    };
  }

  /** Judges the claims {@code keys} and reads the verdicts that it leaves in {@code directory}. */
  public Evidence check(List<String> keys, String runId, Path directory) {
    List<String> args =
        new ArrayList<>(List.of("check", "--run-id", runId, "--out", directory.toString()));
    args.addAll(keys);
    String word = engine.name().word();
    try {
      int exit =
          new ChildJvm(flags(engine.name()), engine.mainClass()).run(args, directory, progress);
      if (exit != 0) {
        return new Evidence.Lost(word, "its process ended with exit code " + exit);
      }
      return new Evidence.Read(
          VerdictFile.read(directory.resolve(VerdictFile.nameFor(engine.name()))));
    } catch (IOException e) {
      return new Evidence.Lost(word, e.getMessage());
    }
  }
}
