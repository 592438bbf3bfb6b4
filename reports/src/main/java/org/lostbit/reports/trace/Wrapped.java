package org.lostbit.reports.trace;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines of a given width. */
public final class Wrapped {
  private static final String BREAKS_AFTER = ".,>/(_-";

  private Wrapped() {}

  /**
   * The lines of {@code text}, none longer than {@code width}: broken at blanks, and inside a word
   * only where the word alone is too long.
   */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.lines().toList()) {
      String rest = paragraph.strip();
      while (rest.length() > width) {
        int cut = rest.lastIndexOf(' ', width);
        if (cut <= 0) {
          cut = insideWord(rest, width);
        }
        lines.add(rest.substring(0, cut).stripTrailing());
        rest = rest.substring(cut).strip();
      }
      if (!rest.isEmpty()) {
        lines.add(rest);
      }
    }
    return lines;
  }

  /** After the last mark that a reader expects a break at, if it is not too far left. */
  private static int insideWord(String word, int width) {
    for (int cut = width; cut > width / 2; cut--) {
      if (BREAKS_AFTER.indexOf(word.charAt(cut - 1)) >= 0) {
        return cut;
      }
    }
    return width;
  }
}
