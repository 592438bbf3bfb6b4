package org.lostbit.reports;

import java.nio.file.Path;
import java.util.List;
import org.lostbit.reports.trace.TraceCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands with their options; what each does is a class of its own. */
@Command(
    name = "lostbit",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = TraceCommand.class,
    description = "Can a dirty bit be lost? Looks at KVM's dirty logging with several engines.",
    footer = {
      "",
      "Exit codes:",
      "   0  all is as claimed",
      "   1  a claim is not decided",
      "  10  what must not happen was seen",
      "  20  a planted bug or a standing hole was not found",
      "  30  an engine failed",
      "  64  the command is not understood"
    })
final class Commands {
  private final Workbench bench;

  Commands(Workbench bench) {
    this.bench = bench;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List all claims with what is asked and what is expected.")
  int list(@Option(names = "--json", description = "As JSON.") boolean json) {
    return new ClaimList(bench).print(json);
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Let the engines judge some claims and print the verdicts.")
  int check(
      @Parameters(
              paramLabel = "CLAIM",
              arity = "1..*",
              description = "A claim's key, or an id such as L4 for all claims of that id.")
          List<String> claims,
      @Option(names = "--engine", paramLabel = "NAME", description = "Only this engine.")
          String engine) {
    return new CheckRun(bench).run(claims, engine == null ? "" : engine);
  }

  @Command(
      name = "replay",
      mixinStandardHelpOptions = true,
      description = "Run one schedule step by step: ends with 10 if it breaks a property, else 0.")
  int replay(
      @Parameters(
              paramLabel = "SCHEDULE",
              arity = "1..*",
              description = "A schedule string from a report; it may be broken over lines.")
          List<String> schedule) {
    return new ReplayRun(bench).run(schedule);
  }

  @Command(
      name = "report",
      mixinStandardHelpOptions = true,
      hidden = true,
      description = "For the build: write the race report of a run.")
  int report(
      @Option(names = "--run-id", required = true, description = "The run.") String runId,
      @Option(
              names = "--verdicts",
              required = true,
              description = "A directory in which an engine left its verdicts; once for each.")
          List<Path> verdicts,
      @Option(names = "--out", required = true, description = "The report's directory.") Path out) {
    return new ReportRun(bench).run(runId, verdicts, out);
  }

  @Command(
      name = "gate",
      mixinStandardHelpOptions = true,
      hidden = true,
      description = "For the build: end with the exit code of a run's report.")
  int gate(
      @Option(names = "--run-id", required = true, description = "The run.") String runId,
      @Option(names = "--report", required = true, description = "The report's directory.")
          Path report) {
    return new GateRun(bench).run(runId, report);
  }

  @Command(
      name = "ci-check",
      mixinStandardHelpOptions = true,
      hidden = true,
      description = "For the build: say whether a report is complete and green.")
  int ciCheck(
      @Parameters(paramLabel = "DIR", description = "The report's directory.") Path report) {
    return new CompletenessCheck(bench).run(report);
  }
}
