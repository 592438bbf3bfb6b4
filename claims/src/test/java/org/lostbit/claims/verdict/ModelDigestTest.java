package org.lostbit.claims.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelDigestTest {
  @TempDir Path directory;

  @Test
  void directoryAndJarOfTheSameClassesHaveTheSameDigest() throws IOException {
    Path classes = directory.resolve("classes");
    Files.createDirectories(classes.resolve("a/b"));
    Files.write(classes.resolve("a/b/C.class"), new byte[] {1, 2});
    Files.write(classes.resolve("a/B.class"), new byte[] {3});
    Files.writeString(classes.resolve("a/notes.txt"), "not a class");
    Path jar = directory.resolve("some.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      add(out, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n".getBytes(StandardCharsets.UTF_8));
      add(out, "a/b/C.class", new byte[] {1, 2});
      add(out, "a/B.class", new byte[] {3});
    }
    assertEquals(ModelDigest.of(List.of(classes)), ModelDigest.of(List.of(jar)));
  }

  @Test
  void anyChangeOfAClassChangesTheDigest() throws IOException {
    Path file = directory.resolve("A.class");
    Files.write(file, new byte[] {1, 2});
    String before = ModelDigest.of(List.of(directory));
    Files.write(file, new byte[] {1, 3});
    String changed = ModelDigest.of(List.of(directory));
    assertNotEquals(before, changed);
    Files.move(file, directory.resolve("B.class"));
    assertNotEquals(changed, ModelDigest.of(List.of(directory)));
  }

  @Test
  void classesThatAreNotThereAreAnError() {
    assertThrows(IOException.class, () -> ModelDigest.of(List.of(directory)));
  }

  @Test
  void thisJvmHasADigest() {
    assertTrue(ModelDigest.ofThisJvm().matches("[0-9a-f]{64}"));
    assertEquals(ModelDigest.ofThisJvm(), ModelDigest.ofThisJvm());
  }

  private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
    out.closeEntry();
  }
}
