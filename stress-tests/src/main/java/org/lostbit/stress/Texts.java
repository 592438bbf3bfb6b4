package org.lostbit.stress;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One text for each kind of ending: the first that was seen. Samples are counted by their result,
 * and a count for each wording (a page number, an address) would have no end.
 */
final class Texts {
  private final ConcurrentMap<String, String> first = new ConcurrentHashMap<>();

  /** The text that stands for {@code kind}: {@code text} if it is the first. */
  String of(String kind, String text) {
    String earlier = first.get(kind);
    if (earlier != null) {
      return earlier;
    }
    String raced = first.putIfAbsent(kind, text);
    return raced == null ? text : raced;
  }

  /** What was seen so far, for a last word; empty if nothing was. */
  String summary() {
    return String.join("; ", first.values());
  }
}
