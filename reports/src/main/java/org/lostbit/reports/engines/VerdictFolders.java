package org.lostbit.reports.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lostbit.claims.verdict.VerdictFile;
import org.lostbit.reports.gate.Evidence;

/** The directories in which the engines of a build leave their verdicts, one for each engine. */
public final class VerdictFolders {
  private final List<Path> folders;

  /** Will look into {@code folders}. */
  public VerdictFolders(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /**
   * What lies there. A directory without verdicts, and an engine beside the command line that left
   * none, are evidence too: of an engine that failed.
   */
  public List<Evidence> evidence(Engines engines) {
    List<Evidence> evidence = new ArrayList<>();
    List<Path> empty = new ArrayList<>();
    for (Path folder : folders) {
      List<Path> files = files(folder);
      if (files.isEmpty()) {
        empty.add(folder);
      }
      files.forEach(file -> evidence.add(read(file)));
    }
    List<Evidence> lost = new ArrayList<>();
    for (EngineHome engine : engines.usable()) {
      String word = engine.name().word();
      if (evidence.stream().noneMatch(found -> found.engine().equals(word))) {
        lost.add(
            new Evidence.Lost(
                word, "there is no " + VerdictFile.nameFor(engine.name()) + " of this run"));
      }
    }
    // An engine that cannot even be found by its name is told by its empty directory.
    if (empty.size() > lost.size()) {
      empty.forEach(
          folder ->
              lost.add(
                  new Evidence.Lost(
                      name(folder), "the directory " + folder + " has no verdict file")));
    }
    engines.unusable().forEach(why -> lost.add(new Evidence.Lost("unusable", why)));
    evidence.addAll(lost);
    return evidence;
  }

  private static Evidence read(Path file) {
    try {
      return new Evidence.Read(VerdictFile.read(file));
    } catch (IOException broken) {
      String name = file.getFileName().toString().replace(".json", "").replace('-', ' ');
      return new Evidence.Lost(name, broken.getMessage());
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException none) {
      return List.of();
    }
  }

  /** The module, for a directory such as {@code lincheck-tests/target/verdicts}. */
  private static String name(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    int names = absolute.getNameCount();
    return names >= 3 ? absolute.getName(names - 3).toString() : absolute.toString();
  }
}
