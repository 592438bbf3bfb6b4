package org.lostbit.reports.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The report on disk. A report that cannot be written leaves none behind: an old one would lie. */
public final class ReportFiles {
  /** The page. */
  public static final String PAGE = "index.html";

  /** The report for machines. */
  public static final String JSON = "report.json";

  private ReportFiles() {}

  /**
   * Writes both forms of {@code report} into {@code directory}; each appears whole or not at all.
   */
  public static void write(RaceReport report, Path directory) throws IOException {
    Files.createDirectories(directory);
    Path page = directory.resolve(PAGE);
    Path json = directory.resolve(JSON);
    Files.deleteIfExists(page);
    Files.deleteIfExists(json);
    replace(page, ReportPage.of(report));
    replace(json, ReportJson.of(report));
  }

  private static void replace(Path file, String text) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.writeString(half, text);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
  }
}
