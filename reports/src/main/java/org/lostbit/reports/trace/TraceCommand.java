package org.lostbit.reports.trace;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.lostbit.reports.recording.BadRecording;
import org.lostbit.reports.recording.Era;
import org.lostbit.reports.recording.Recording;
import org.lostbit.reports.recording.Replay;
import org.lostbit.reports.recording.ReplayResult;
import org.lostbit.reports.recording.Section;
import org.lostbit.reports.recording.Workload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code lostbit trace FILE}: replays a recorded live migration on the model. Exit code 0 accepted,
 * 10 rejected, 64 bad input.
 */
@Command(
    name = "trace",
    description = "Replay the KVM calls of a recorded live migration on the model.",
    exitCodeOnInvalidInput = TraceCommand.BAD_INPUT,
    footer = {"", "Exit codes: 0 accepted; 10 rejected, with line and reason; 64 bad input."})
public final class TraceCommand implements Callable<Integer> {
  static final int ACCEPTED = 0;
  static final int REJECTED = 10;
  static final int BAD_INPUT = 64;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help.")
  @SuppressWarnings("UnusedVariable") // picocli prints the help by itself
  private boolean help;

  @Parameters(paramLabel = "FILE", description = "The recording.")
  private Path file;

  @Option(
      names = "--section",
      paramLabel = "NAME",
      description = "The process to replay; needed where the file has several.")
  private String section;

  @Option(
      names = "--workload",
      description = "The guest did what the file's header says, and nothing else.")
  private boolean workload;

  @Option(
      names = "--kernel",
      paramLabel = "RELEASE",
      defaultValue = "v3.5",
      description = "The kernel to replay on: v3.5 or v3.6 (default: v3.5).")
  private String kernel;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Optional<Era> era = Era.named(kernel);
      if (era.isEmpty()) {
        return badInput(
            "--kernel "
                + kernel
                + " is no kernel; choose one of "
                + String.join(", ", Era.names()));
      }
      Recording recording = Recording.read(file);
      Section chosen = section == null ? recording.onlySection() : recording.section(section);
      Optional<Workload> stores = workload ? Optional.of(Workload.of(recording)) : Optional.empty();
      ReplayResult result = new Replay(recording, chosen, era.get(), stores).run();
      if (result instanceof ReplayResult.Accepted accepted) {
        print(out, chosen.name(), accepted);
        return ACCEPTED;
      }
      ReplayResult.Rejected rejected = (ReplayResult.Rejected) result;
      out.println(file + ":" + rejected.line() + ": rejected: " + rejected.reason() + ".");
      out.flush();
      return REJECTED;
    } catch (BadRecording bad) {
      return badInput(bad.getMessage());
    }
  }

  private int badInput(String sentence) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("lostbit: " + sentence + ".");
    err.flush();
    return BAD_INPUT;
  }

  private void print(PrintWriter out, String name, ReplayResult.Accepted accepted) {
    out.printf(
        "%s: accepted: section %s on %s: %d calls, %d retrievals, %d bits.%n",
        file, name, accepted.kernel(), accepted.calls(), accepted.retrievals(), accepted.bits());
    line(
        out,
        "executed",
        accepted.regions()
            + " SET_USER_MEMORY_REGION, "
            + accepted.retrievals()
            + " GET_DIRTY_LOG");
    line(out, "set up, not executed", counts(accepted.setUp()));
    line(out, "not in " + accepted.kernel(), counts(accepted.notInKernel()));
    line(
        out,
        "intervals",
        accepted.intervals() + " retrievals after a time in which the guest may have run");
    line(out, "guest stores", accepted.stores() + ", made up from the bits");
    line(
        out,
        "workload",
        workload
            ? accepted.workloadIntervals() + " intervals of more than 1 s report exactly its pages"
            : "not asked for");
    out.flush();
  }

  private static void line(PrintWriter out, String what, String value) {
    out.printf("  %-21s %s%n", what, value);
  }

  private static String counts(Map<String, Integer> counts) {
    return counts.isEmpty()
        ? "none"
        : counts.entrySet().stream()
            .map(entry -> entry.getValue() + " x " + entry.getKey())
            .collect(Collectors.joining(", "));
  }
}
