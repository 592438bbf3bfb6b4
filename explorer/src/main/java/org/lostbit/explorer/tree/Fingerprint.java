package org.lostbit.explorer.tree;

/**
 * Mixes the parts of a state into 128 bits. A state's fingerprint is the XOR over its parts, so
 * that a step changes it by the parts that it changes; each part goes through two full and
 * different mixers, since an XOR of weakly mixed parts cancels.
 */
public final class Fingerprint {
  private Fingerprint() {}

  /** What stands for a part's name in the first half. */
  public static long highSalt(long part) {
    return first(part * 0x9e3779b97f4a7c15L + 0x632be59bd9b4e019L);
  }

  /** What stands for a part's name in the second half. */
  public static long lowSalt(long part) {
    return second(part * 0xd1342543de82ef95L + 0x2545f4914f6cdd1dL);
  }

  /** The first half of one part, by its {@link #highSalt} and its value. */
  public static long high(long salt, long value) {
    return first(value + salt);
  }

  /** The second half of one part, by its {@link #lowSalt} and its value. */
  public static long low(long salt, long value) {
    return second(Long.rotateLeft(value, 29) ^ salt);
  }

  /** David Stafford's thirteenth variant of the murmur finalizer. */
  private static long first(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** A mixer of three xorshifts and two odd multipliers, unlike the first. */
  private static long second(long bits) {
    long z = (bits ^ (bits >>> 32)) * 0xd6e8feb86659fd93L;
    z = (z ^ (z >>> 29)) * 0xa0761d6478bd642fL;
    return z ^ (z >>> 32);
  }
}
