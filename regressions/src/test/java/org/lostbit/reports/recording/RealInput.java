package org.lostbit.reports.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The recorded migration, whole or with lines of section B changed. */
final class RealInput {
  static final Path FILE =
      Path.of(System.getProperty("basedir", "."), "..", "real-input", "qemu-live-migration.txt");

  private final List<String> lines;
  private final int title;

  private RealInput(List<String> lines) {
    this.lines = List.copyOf(lines);
    this.title = indexOf(line -> line.startsWith("##### SECTION B "));
  }

  static RealInput asRecorded() {
    try {
      return new RealInput(Files.readAllLines(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line of the file, from 1, that has call {@code number} of section B. */
  int lineOfCall(int number) {
    String begin = String.format("%06d ", number);
    return title + 1 + indexOf(lines.subList(title, lines.size()), l -> l.startsWith(begin));
  }

  /** With a part of one call of section B replaced. */
  RealInput changed(int call, String part, String by) {
    return changedLine(lineOfCall(call), part, by);
  }

  /** With a part of the STOP event of section B replaced. */
  RealInput changedStop(String part, String by) {
    int stop = indexOf(lines.subList(title, lines.size()), l -> l.contains(" STOP "));
    return changedLine(title + 1 + stop, part, by);
  }

  RealInput changedLine(int line, String part, String by) {
    List<String> changed = new ArrayList<>(lines);
    String before = changed.get(line - 1);
    String after = before.replaceFirst(Pattern.quote(part), by);
    if (after.equals(before)) {
      throw new IllegalArgumentException("line " + line + " has no \"" + part + "\": " + before);
    }
    changed.set(line - 1, after);
    return new RealInput(changed);
  }

  /** Without one call of section B. */
  RealInput without(int call) {
    List<String> changed = new ArrayList<>(lines);
    changed.remove(lineOfCall(call) - 1);
    return new RealInput(changed);
  }

  /** With one more call after call {@code call} of section B. */
  RealInput withAfter(int call, String text) {
    List<String> changed = new ArrayList<>(lines);
    changed.add(lineOfCall(call), text);
    return new RealInput(changed);
  }

  List<String> lines() {
    return lines;
  }

  Recording recording() {
    return new RecordingParser("recording").parse(lines);
  }

  ReplayResult replay(Era era, boolean workload) {
    Recording recording = recording();
    Optional<Workload> stores = workload ? Optional.of(Workload.of(recording)) : Optional.empty();
    return new Replay(recording, recording.section("B"), era, stores).run();
  }

  private int indexOf(Predicate<String> test) {
    return indexOf(lines, test);
  }

  private static int indexOf(List<String> in, Predicate<String> test) {
    for (int i = 0; i < in.size(); i++) {
      if (test.test(in.get(i))) {
        return i;
      }
    }
    throw new IllegalArgumentException("no such line");
  }
}
