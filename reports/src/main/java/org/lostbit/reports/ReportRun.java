package org.lostbit.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.lostbit.claims.verdict.JvmEnvironment;
import org.lostbit.reports.engines.VerdictFolders;
import org.lostbit.reports.report.RaceReport;
import org.lostbit.reports.report.ReportFiles;
import org.lostbit.reports.report.ReportTable;

/**
 * The command {@code report}: always writes a report, red or green, and leaves judging to the gate.
 */
final class ReportRun {
  private static final int NOT_WRITTEN = 74;

  private final Workbench bench;

  ReportRun(Workbench bench) {
    this.bench = bench;
  }

  int run(String runId, List<Path> verdicts, Path out) {
    RaceReport report =
        RaceReport.of(
            bench.claims(),
            new VerdictFolders(verdicts).evidence(bench.engines()),
            runId,
            bench.digest(),
            JvmEnvironment.here());
    try {
      ReportFiles.write(report, out);
    } catch (IOException e) {
      bench.err().println("lostbit: no report can be written to " + out + ": " + e.getMessage());
      return NOT_WRITTEN;
    }
    bench.out().print(ReportTable.of(report));
    bench.out().println();
    bench.out().println("Race report: " + out.resolve(ReportFiles.PAGE).toUri());
    return 0;
  }
}
