package org.lostbit.claims.verdict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lostbit.claims.Claim;
import org.lostbit.model.memory.Machine;

/**
 * The SHA-256 of the class files of modules model and claims: it says which model and which claims
 * a verdict is about. A directory of classes and a jar of the same classes have the same digest.
 */
public final class ModelDigest {
  private ModelDigest() {}

  /** The digest of the classes that this JVM runs, in hex. */
  public static String ofThisJvm() {
    try {
      return of(List.of(home(Machine.class), home(Claim.class)));
    } catch (IOException e) {
      throw new UncheckedIOException("the classes of model and claims cannot be read", e);
    }
  }

  /** The digest of the classes in {@code homes}, each a directory or a jar, in this order. */
  static String of(List<Path> homes) throws IOException {
    MessageDigest digest = sha256();
    for (Path home : homes) {
      if (Files.isDirectory(home)) {
        add(home, digest);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(home)) {
          add(jar.getPath("/"), digest);
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(Path root, MessageDigest digest) throws IOException {
    Map<String, Path> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .forEach(file -> classes.put(root.relativize(file).toString().replace('\\', '/'), file));
    }
    if (classes.isEmpty()) {
      throw new IOException("no class files in " + root);
    }
    for (Map.Entry<String, Path> entry : classes.entrySet()) {
      byte[] bytes = Files.readAllBytes(entry.getValue());
      digest.update(entry.getKey().getBytes(StandardCharsets.UTF_8));
      // The length parts name from content, and one file from the next.
      digest.update(
          ByteBuffer.allocate(1 + Integer.BYTES).put((byte) 0).putInt(bytes.length).flip());
      digest.update(bytes);
    }
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("class " + type.getName() + " has no home", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
