package org.lostbit.model.rules.bad;

import java.util.Set;

/** Walks in an order that each JVM salts anew. */
public final class WalksSetOf {
  /** Does so. */
  public String first(String a, String b) {
    return Set.of(a, b).iterator().next();
  }
}
