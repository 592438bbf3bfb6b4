package org.lostbit.reports;

import java.io.IOException;
import java.nio.file.Path;
import org.lostbit.reports.gate.Finding;
import org.lostbit.reports.report.ReportTable;

/** The command {@code gate}: the exit code of the report of this run, or 30 if there is none. */
final class GateRun {
  private final Workbench bench;

  GateRun(Workbench bench) {
    this.bench = bench;
  }

  int run(String runId, Path directory) {
    WrittenReport report;
    try {
      report = WrittenReport.read(directory);
    } catch (IOException none) {
      return refuse(none.getMessage());
    }
    if (!report.runId().equals(runId)) {
      return refuse(
          "The race report in "
              + directory
              + " is stale: it is of run "
              + report.runId()
              + ", but this is run "
              + runId
              + ".");
    }
    if (!report.digest().equals(bench.digest())) {
      return refuse(
          "The race report in "
              + directory
              + " is stale: it is of other classes of model and claims.");
    }
    bench.out().println(ReportTable.headline(report.exitCode(), report.headline()));
    report.findings().forEach(line -> bench.out().println("  " + line));
    return report.exitCode();
  }

  private int refuse(String sentence) {
    bench.out().println(ReportTable.headline(Finding.ENGINE_FAILED, sentence));
    return Finding.ENGINE_FAILED;
  }
}
