package org.lostbit.reports.engines;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A JVM of its own with the class path of this one. What it prints is passed on as it comes. */
public final class ChildJvm {
  private final List<String> flags;
  private final String mainClass;

  /** Will run {@code mainClass} with the JVM flags {@code flags}. */
  public ChildJvm(List<String> flags, String mainClass) {
    this.flags = List.copyOf(flags);
    this.mainClass = mainClass;
  }

  /**
   * Runs it to its end.
   *
   * @param args its arguments
   * @param directory the directory that it works in
   * @param output where all that it prints goes
   * @return its exit code
   */
  public int run(List<String> args, Path directory, PrintStream output) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath(), mainClass));
    command.addAll(args);
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    Thread end = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(end);
    try (InputStream printed = process.getInputStream()) {
      process.getOutputStream().close();
      printed.transferTo(output);
      output.flush();
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + mainClass + " was running", e);
    } finally {
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }

  /** Absolute, since the child works in another directory. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
