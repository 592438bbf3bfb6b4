package org.lostbit.reports.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of a recording: a header of comments, then sections of events and calls. */
final class RecordingParser {
  private static final Pattern TITLE = Pattern.compile("##### SECTION (\\S+)( .*)?");
  private static final Pattern EVENT =
      Pattern.compile("# +(\\d{1,9})\\.(\\d{6}) +([A-Za-z_]+)( .*)?");
  private static final String EVENTS = "# events:";

  private final String file;
  private final CallParser calls;
  private final List<String> header = new ArrayList<>();
  private final Map<String, Section> sections = new LinkedHashMap<>();

  RecordingParser(String file) {
    this.file = file;
    this.calls = new CallParser(file);
  }

  Recording parse(List<String> lines) {
    int line = 0;
    while (line < lines.size() && !lines.get(line).startsWith("#####")) {
      String text = lines.get(line);
      line++;
      if (!text.isBlank() && !text.startsWith("#")) {
        throw BadRecording.malformed(file, line, "a call before the first \"##### SECTION NAME\"");
      }
      header.add(text);
    }
    if (line == lines.size()) {
      throw new BadRecording(file + ": is no recording: it has no line \"##### SECTION NAME\"");
    }
    while (line < lines.size()) {
      line = section(lines, line);
    }
    return new Recording(file, header, sections);
  }

  /** Reads the section whose title has index {@code title}; the index of the next title. */
  private int section(List<String> lines, int title) {
    Matcher named = TITLE.matcher(lines.get(title));
    if (!named.matches()) {
      throw BadRecording.malformed(file, title + 1, "a title reads \"##### SECTION NAME words\"");
    }
    List<Section.Event> events = new ArrayList<>();
    List<RecordedCall> made = new ArrayList<>();
    boolean inEvents = false;
    int line = title + 1;
    for (; line < lines.size() && !lines.get(line).startsWith("#####"); line++) {
      String text = lines.get(line);
      if (text.isBlank()) {
        continue;
      }
      if (!text.startsWith("#")) {
        inEvents = false;
        made.add(calls.parse(line + 1, text));
      } else if (text.strip().equals(EVENTS)) {
        inEvents = true;
      } else if (inEvents && text.startsWith("#  ")) {
        events.add(event(line + 1, text));
      } else {
        inEvents = false;
      }
    }
    String name = named.group(1);
    if (sections.put(name, new Section(name, title + 1, events, made)) != null) {
      throw BadRecording.malformed(file, title + 1, "there is a section " + name + " already");
    }
    return line;
  }

  private Section.Event event(int line, String text) {
    Matcher event = EVENT.matcher(text);
    if (!event.matches()) {
      throw BadRecording.malformed(file, line, "an event reads \"#   SECONDS.MICROS KIND words\"");
    }
    return new Section.Event(
        line, CallParser.micros(event.group(1), event.group(2)), event.group(3));
  }
}
