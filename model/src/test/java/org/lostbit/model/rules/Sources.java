package org.lostbit.model.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java sources of a module, for what class files or ArchUnit do not show. */
public final class Sources {
  private static final Pattern COMMENT_OR_STRING =
      Pattern.compile(
          "//[^\n]*|/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\])+'", Pattern.DOTALL);
  private static final Pattern SYNCHRONIZED = Pattern.compile("\\bsynchronized\\b");

  private Sources() {}

  /** Every main source of the module that the tests run in, by its path below the root. */
  public static Map<String, String> ofThisModule() {
    Path root = Path.of("src/main/java");
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        sources.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the sources of this module cannot be read", e);
    }
    return sources;
  }

  /** The paths of the sources that use {@code synchronized}, as a block or as a modifier. */
  public static List<String> thatSynchronize(Map<String, String> sources) {
    return sources.entrySet().stream()
        .filter(source -> SYNCHRONIZED.matcher(withoutComments(source.getValue(), true)).find())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The source with its comments blanked out, and its strings too if asked. */
  static String withoutComments(String source, boolean stringsToo) {
    Matcher matcher = COMMENT_OR_STRING.matcher(source);
    return matcher.replaceAll(
        found -> stringsToo || isComment(found) ? " " : Matcher.quoteReplacement(found.group()));
  }

  private static boolean isComment(MatchResult found) {
    return found.group().startsWith("/");
  }
}
