package org.lostbit.model.rules.bad;

import java.util.HashMap;
import java.util.Map;

/** Walks in the order of hashes. */
public final class WalksHashMap {
  /** Does so. */
  public String first(String a, String b) {
    Map<String, String> map = new HashMap<>();
    map.put(a, b);
    map.put(b, a);
    return map.keySet().iterator().next();
  }
}
