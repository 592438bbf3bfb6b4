package org.lostbit.claims.verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lostbit.claims.EngineName;
import org.lostbit.claims.MemoryModel;

/**
 * All that one engine said in one run: a JSON file, which the gate believes only if run and digest
 * are its own.
 *
 * @param runId the run of the build
 * @param digest the classes that were judged, see {@link ModelDigest}
 * @param engine who looked
 * @param memoryModel the model that the verdicts count for
 * @param exhaustive whether the engine can prove
 * @param environment where it ran
 * @param verdicts one for each claim that it was asked about, in the catalogue's order
 */
public record VerdictFile(
    String runId,
    String digest,
    EngineName engine,
    MemoryModel memoryModel,
    boolean exhaustive,
    JvmEnvironment environment,
    List<Judged> verdicts) {
  /** The format of the file. */
  public static final String SCHEMA = "lostbit-verdicts/1";

  /** Owns its list, in which no claim comes twice. */
  public VerdictFile {
    verdicts = List.copyOf(verdicts);
    Set<String> seen = new HashSet<>();
    for (Judged judged : verdicts) {
      if (!seen.add(judged.claim())) {
        throw new IllegalArgumentException("claim " + judged.claim() + " is judged twice");
      }
    }
  }

  /** The name of the file in which {@code engine} leaves its verdicts. */
  public static String nameFor(EngineName engine) {
    return engine.word().replace(' ', '-').toLowerCase(Locale.ROOT) + ".json";
  }

  /** What was said about a claim, if it was asked about. */
  public Optional<Judged> about(String claim) {
    return verdicts.stream().filter(judged -> judged.claim().equals(claim)).findFirst();
  }

  /** The file's text. */
  public String json() {
    ObjectNode node = VerdictJson.MAPPER.createObjectNode();
    node.put("schema", SCHEMA);
    node.setAll((ObjectNode) VerdictJson.MAPPER.valueToTree(this));
    return node.toPrettyString() + "\n";
  }

  /**
   * Writes the file into {@code directory}, which is made if need be. The file appears whole or not
   * at all.
   *
   * @return the file
   */
  public Path write(Path directory) throws IOException {
    Files.createDirectories(directory);
    Path file = directory.resolve(nameFor(engine));
    Path half = directory.resolve(nameFor(engine) + ".tmp");
    try {
      Files.writeString(half, json());
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
    return file;
  }

  /**
   * Reads a file.
   *
   * @throws IOException with one sentence that names the file, if it is missing or is not a whole
   *     verdict file of this format
   */
  public static VerdictFile read(Path file) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw new IOException("there is no verdict file " + file, missing);
    }
    try {
      return parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new IOException(
          "verdict file " + file + " cannot be read: " + broken.getMessage(), broken);
    }
  }

  private static VerdictFile parse(String text) throws IOException {
    try {
      if (!(VerdictJson.MAPPER.readTree(text) instanceof ObjectNode node)) {
        throw new IOException("it is not a JSON object");
      }
      JsonNode schema = node.remove("schema");
      if (schema == null || !schema.asText().equals(SCHEMA)) {
        throw new IOException(
            "its schema is "
                + (schema == null ? "not given" : schema.asText())
                + ", not "
                + SCHEMA);
      }
      return VerdictJson.MAPPER.treeToValue(node, VerdictFile.class);
    } catch (JsonProcessingException broken) {
      throw new IOException(broken.getOriginalMessage().replaceAll("\\s+", " "), broken);
    }
  }
}
