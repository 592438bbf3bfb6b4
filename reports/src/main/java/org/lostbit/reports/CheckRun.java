package org.lostbit.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lostbit.claims.Claim;
import org.lostbit.claims.verdict.JvmEnvironment;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.reports.engines.EngineHome;
import org.lostbit.reports.engines.EngineProcess;
import org.lostbit.reports.gate.Evidence;
import org.lostbit.reports.report.Column;
import org.lostbit.reports.report.RaceReport;
import org.lostbit.reports.report.ReportTable;
import org.lostbit.reports.trace.TraceText;

/**
 * The command {@code check}: each engine in a process of its own, then the gate. Leaves no files.
 */
final class CheckRun {
  private final Workbench bench;

  CheckRun(Workbench bench) {
    this.bench = bench;
  }

  int run(List<String> words, String engine) {
    List<Claim> claims = chosen(words);
    List<EngineHome> engines = engines(engine);
    String runId = "check-" + UUID.randomUUID();
    RaceReport report =
        RaceReport.of(
            claims, judge(claims, engines, runId), runId, bench.digest(), JvmEnvironment.here());
    bench.out().print(ReportTable.of(report));
    counterexamples(report);
    return report.judgement().exitCode();
  }

  /** In the catalogue's order. */
  private List<Claim> chosen(List<String> words) {
    for (String word : words) {
      if (bench.claims().stream().noneMatch(claim -> named(claim, word))) {
        throw new BadInput(
            "There is no claim '"
                + word
                + "'; 'lostbit list' shows the keys and ids of all claims.");
      }
    }
    return bench.claims().stream()
        .filter(claim -> words.stream().anyMatch(word -> named(claim, word)))
        .toList();
  }

  private static boolean named(Claim claim, String word) {
    return claim.key().equals(word) || claim.id().equals(word);
  }

  private List<EngineHome> engines(String engine) {
    bench.engines().unusable().forEach(why -> bench.err().println("lostbit: " + why));
    List<EngineHome> all = bench.engines().usable();
    if (engine.isEmpty()) {
      return all;
    }
    List<EngineHome> one = all.stream().filter(home -> home.name().word().equals(engine)).toList();
    if (one.isEmpty()) {
      throw new BadInput(
          "There is no engine '"
              + engine
              + "'; those beside the command line are: "
              + all.stream().map(home -> home.name().word()).collect(Collectors.joining(", "))
              + ".");
    }
    return one;
  }

  private List<Evidence> judge(List<Claim> claims, List<EngineHome> engines, String runId) {
    List<String> keys = claims.stream().map(Claim::key).toList();
    List<Evidence> evidence = new ArrayList<>();
    try {
      Path directory = Files.createTempDirectory("lostbit-check");
      try {
        for (EngineHome engine : engines) {
          evidence.add(new EngineProcess(engine, bench.err()).check(keys, runId, directory));
        }
      } finally {
        Folder.delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no place for verdicts", e);
    }
    return evidence;
  }

  private void counterexamples(RaceReport report) {
    for (Claim claim : report.claims()) {
      for (Column column : report.engines()) {
        if (column.about(claim).verdict() instanceof Verdict.Violated violated) {
          bench.out().println();
          bench.out().println("== " + claim.key() + ", engine " + column.engine());
          bench.out().print(TraceText.of(claim, violated.counterexample()));
        }
      }
    }
  }
}
