package org.lostbit.explorer.trace;

import java.util.List;
import java.util.Optional;

/**
 * Four hexadecimal digits over the labels of an execution's steps. The first two are over all of
 * them, the third over the first third and the fourth over the first two thirds: so a digest that
 * no longer fits also tells in which third the first difference lies.
 */
final class Digest {
  private Digest() {}

  static String of(List<String> labels) {
    int n = labels.size();
    return String.format(
        "%02x%x%x",
        hash(labels, n) & 0xff, hash(labels, n / 3) & 0xf, hash(labels, 2 * n / 3) & 0xf);
  }

  /**
   * Where the first difference lies. That it is not after {@code to} is certain; that it is not
   * before {@code from} is so but for one case in sixteen, since a digit is short.
   */
  record Range(int from, int to) {}

  /** Where {@code labels} first differ from those of {@code digest}; empty if they do not. */
  static Optional<Range> difference(String digest, List<String> labels) {
    String now = of(labels);
    int n = labels.size();
    if (now.equals(digest)) {
      return Optional.empty();
    }
    if (now.charAt(2) != digest.charAt(2)) {
      return Optional.of(new Range(1, n / 3));
    }
    if (now.charAt(3) != digest.charAt(3)) {
      return Optional.of(new Range(n / 3 + 1, 2 * n / 3));
    }
    return Optional.of(new Range(2 * n / 3 + 1, n));
  }

  private static int hash(List<String> labels, int count) {
    long hash = 0xcbf29ce484222325L;
    for (String label : labels.subList(0, count)) {
      for (int i = 0; i < label.length(); i++) {
        hash = (hash ^ label.charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ 0x100) * 0x100000001b3L;
    }
    hash ^= hash >>> 33;
    hash *= 0xff51afd7ed558ccdL;
    return (int) (hash >>> 32);
  }
}
