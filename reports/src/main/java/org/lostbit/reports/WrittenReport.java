package org.lostbit.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lostbit.reports.report.ReportFiles;
import org.lostbit.reports.report.ReportJson;

/**
 * A report that was written earlier, read again.
 *
 * @param json all of it
 */
record WrittenReport(JsonNode json) {

  /**
   * Reads the report in {@code directory}.
   *
   * @throws IOException with one sentence, if it is not there, whole, and of this format
   */
  static WrittenReport read(Path directory) throws IOException {
    Path file = directory.resolve(ReportFiles.JSON);
    if (!Files.isRegularFile(file) || !Files.isRegularFile(directory.resolve(ReportFiles.PAGE))) {
      throw new IOException("There is no race report in " + directory + "; mvn verify writes one.");
    }
    JsonNode json;
    try {
      json = JsonMapper.builder().build().readTree(Files.readString(file));
    } catch (JsonProcessingException broken) {
      throw new IOException(
          "The race report " + file + " is not whole; mvn verify writes one.", broken);
    }
    if (!json.path("schema").asText().equals(ReportJson.SCHEMA)
        || !json.path("exitCode").isInt()
        || !json.path("headline").isTextual()) {
      throw new IOException(
          "The race report "
              + file
              + " is not of format "
              + ReportJson.SCHEMA
              + "; mvn verify writes one.");
    }
    return new WrittenReport(json);
  }

  String runId() {
    return json.path("runId").asText();
  }

  String digest() {
    return json.path("digest").asText();
  }

  int exitCode() {
    return json.path("exitCode").intValue();
  }

  String headline() {
    return json.path("headline").asText();
  }

  /** Each finding as its code and its sentence. */
  List<String> findings() {
    List<String> lines = new ArrayList<>();
    for (JsonNode finding : json.path("findings")) {
      lines.add(finding.path("code").asInt() + "  " + finding.path("sentence").asText());
    }
    return lines;
  }
}
