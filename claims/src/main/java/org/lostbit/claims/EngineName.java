package org.lostbit.claims;

/** The engines of the house. */
public enum EngineName {
  /** Exhaustive. */
  EXPLORER("explorer"),
  /** Bounded search of interleavings on the JVM. */
  LINCHECK("lincheck"),
  /** Sampling on real cores. */
  JCSTRESS("jcstress"),
  /** Generated histories. */
  JQWIK("jqwik"),
  /** The kernel that this machine runs. */
  LIVE_KERNEL("live kernel");

  private final String word;

  EngineName(String word) {
    this.word = word;
  }

  /** The word that files use. */
  public String word() {
    return word;
  }
}
