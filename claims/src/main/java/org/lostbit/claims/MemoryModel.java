package org.lostbit.claims;

/** The memory model for which an answer or a verdict counts, from the strongest to the weakest. */
public enum MemoryModel {
  /** Sequential consistency: interleavings only. */
  SC,
  /** x86: store buffers. */
  TSO,
  /** The Linux-kernel memory model. */
  LKMM;

  /**
   * The model of the machine that this JVM runs on, for engines that sample the real hardware.
   * Whatever is not known to be TSO is taken to be weaker.
   */
  public static MemoryModel ofHost() {
    return switch (System.getProperty("os.arch", "")) {
      case "amd64", "x86_64", "x86", "i386" -> TSO;
      default -> LKMM;
    };
  }
}
