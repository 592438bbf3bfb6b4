package org.lostbit.reports.recording;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A recording: the KVM calls of one or more QEMU processes, one section for each.
 *
 * @param file the file's name, as messages call it
 * @param header the comment lines before the first section, from line 1
 * @param sections by name, in the order of the file
 */
public record Recording(String file, List<String> header, Map<String, Section> sections) {
  /** A recording owns what it holds. */
  public Recording {
    header = List.copyOf(header);
    sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
  }

  /**
   * Reads a whole file.
   *
   * @throws BadRecording where it cannot be read, or a line of it is malformed
   */
  public static Recording read(Path path) {
    List<String> lines;
    try {
      lines = Files.readAllLines(path);
    } catch (NoSuchFileException e) {
      throw new BadRecording(path + ": there is no such file");
    } catch (CharacterCodingException e) {
      throw new BadRecording(path + ": is no recording: it is not text in UTF-8");
    } catch (IOException e) {
      throw new BadRecording(path + ": cannot be read: " + e.getMessage());
    }
    return new RecordingParser(path.toString()).parse(lines);
  }

  /**
   * The section called {@code name}.
   *
   * @throws BadRecording where there is none
   */
  public Section section(String name) {
    Section section = sections.get(name);
    if (section == null) {
      throw new BadRecording(
          file + ": has no section " + name + "; it has " + String.join(", ", sections.keySet()));
    }
    return section;
  }

  /**
   * The only section.
   *
   * @throws BadRecording where there are several, and one must be named
   */
  public Section onlySection() {
    if (sections.size() != 1) {
      throw new BadRecording(
          file
              + ": has several sections; choose one of "
              + String.join(", ", sections.keySet())
              + " by --section");
    }
    return sections.values().iterator().next();
  }
}
