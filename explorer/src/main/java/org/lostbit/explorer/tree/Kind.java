package org.lostbit.explorer.tree;

/** What an operation does, as far as searches need to know. */
public enum Kind {
  /** A load that answers the value. */
  READ(true, false, true),
  /** A store. */
  WRITE(false, true, false),
  /** A read-modify-write that answers the old value. */
  FETCH(true, true, true),
  /** A read-modify-write without an answer. */
  MODIFY(true, true, false),
  /** A load that answers whether a bit of the mask is set. */
  TEST(true, false, true),
  /** A read-modify-write that answers whether a bit of the mask was set. */
  TEST_MODIFY(true, true, true),
  /** A compare-and-exchange that answers the old value. */
  CMPXCHG(true, true, true),
  /** A compare-and-exchange that answers whether it stored. */
  TRY_CMPXCHG(true, true, true),
  /** Waits until a predicate holds for a cell. */
  AWAIT(true, false, false),
  /** Waits until a cell holds a value, and stores at once. */
  AWAIT_CAS(true, true, false),
  /** A stand-alone barrier. */
  FENCE(false, false, false),
  /** An object is made. */
  ALLOC(false, false, false),
  /** An object is freed: a write to each of its cells. */
  KFREE(false, true, false),
  /** A choice of the environment. */
  CHOOSE(false, false, true),
  /** A look at all cells at one instant. */
  OBSERVE(true, false, false),
  /** The thread broke a property: a leaf. It has no effect, so others may still run before it. */
  VIOLATE(false, false, false),
  /** The run of one step was longer than the bound on depth: a leaf that forbids any proof. */
  CUT(false, false, false),
  /** The thread has ended. */
  END(false, false, false);

  private final boolean reads;
  private final boolean writes;
  private final boolean answers;

  Kind(boolean reads, boolean writes, boolean answers) {
    this.reads = reads;
    this.writes = writes;
    this.answers = answers;
  }

  /** Whether it depends on the memory. */
  public boolean reads() {
    return reads;
  }

  /** Whether it may change the memory that others see. */
  public boolean writes() {
    return writes;
  }

  /** Whether the thread learns something from it. */
  public boolean answers() {
    return answers;
  }
}
