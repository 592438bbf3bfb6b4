package org.lostbit.model.rules.bad;

/** Does what an address says, in disguise. */
public final class AsksForObjectHash {
  /** Does so. */
  public int hash(Object of) {
    return of.hashCode();
  }
}
