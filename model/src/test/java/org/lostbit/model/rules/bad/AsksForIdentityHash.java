package org.lostbit.model.rules.bad;

/** Does what an address says. */
public final class AsksForIdentityHash {
  /** Does so. */
  public int hash(String of) {
    return System.identityHashCode(of);
  }
}
