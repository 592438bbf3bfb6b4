package org.lostbit.reports.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of words as columns of equal width, the first row underlined. */
final class TextTable {
  private TextTable() {}

  /** The lines of the table; all rows are as long as the first. */
  static List<String> lines(List<List<String>> rows) {
    int[] width = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < width.length; i++) {
        width[i] = Math.max(width[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < width.length; i++) {
        line.append(row.get(i)).append(" ".repeat(width[i] - row.get(i).length() + 2));
      }
      lines.add(line.toString().stripTrailing());
      if (lines.size() == 1) {
        lines.add("-".repeat(line.length() - 2));
      }
    }
    return lines;
  }
}
