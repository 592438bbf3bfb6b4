package org.lostbit.benchmarks;

/** What is compared: one method of {@link Seam} and its twin in {@link Bare}. */
enum Case {
  /** The cheapest operation there is: here a seam shows. */
  OPAQUE_READ("opaqueRead", "READ_ONCE over an array", true),
  /** As cheap, and it has to think of the threads that wait. */
  OPAQUE_WRITE("opaqueWrite", "WRITE_ONCE over an array", true),
  /** The operation by which dirty bits are set. */
  SET_BIT("setBit", "set_bit over an array", true),
  /** A locked instruction with a full barrier on both sides. */
  TEST_AND_SET_BIT("testAndSetBit", "test_and_set_bit over an array", true),
  /** A plain read-modify-write, locked by a lock word. */
  UNDER_LOCK("underLock", "load, add, store under a lock word", true),
  /**
   * What the book-keeping of locks held costs; that is no access to memory, so nothing is asked.
   */
  UNDER_SPIN_LOCK("underSpinLock", "the same under SpinLock (keeps context)", false);

  /** Words per array: few enough for the first cache, many enough to hide the call. */
  static final int WORDS = 64;

  private final String method;
  private final String words;
  private final boolean judged;

  Case(String method, String words, boolean judged) {
    this.method = method;
    this.words = words;
    this.judged = judged;
  }

  /** The benchmark's name in both classes. */
  String method() {
    return method;
  }

  /** The case in words. */
  String words() {
    return words;
  }

  /** Whether the ratio has a limit. */
  boolean isJudged() {
    return judged;
  }
}
