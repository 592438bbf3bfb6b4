package org.lostbit.model.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of {@code docs/} that is made from the code; {@code -Dgolden.update=true} writes it. */
public final class Golden {
  private Golden() {}

  /** Fails where the page in {@code docs/} is not {@code content}; writes it instead if asked. */
  public static void check(String page, String content) {
    Path file = Path.of("..", "docs", page);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(file, content);
      }
      String written = Files.exists(file) ? Files.readString(file) : "";
      assertEquals(
          content, written, "docs/" + page + " is out of date; run with -Dgolden.update=true");
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can be neither read nor written", e);
    }
  }
}
