package org.lostbit.model.memory;

/**
 * An object that lies in kernel memory: it has an identity that survives re-execution, and its
 * fields are {@link Cell}s or values that never change.
 *
 * <p>An object that a thread makes while it runs is made inside {@link Memory#alloc}.
 */
public abstract class Shared {
  private final String label;
  private final int identity;

  /** An object named as the kernel names the pointer to it, such as {@code kvm->memslots}. */
  protected Shared(String label) {
    this.label = label;
    this.identity = Machine.MACHINE.born(this);
  }

  /** The object's name in traces. */
  public final String label() {
    return label;
  }

  /** The identity that the machine gave to this object; 0 on the JVM machine. */
  public final int identity() {
    return identity;
  }

  /**
   * Overwrites every cell with {@link Word#POISON} (no effect for objects that are never freed).
   * Called by {@code kfree} on the JVM machine, which has no other way to see a late access.
   */
  protected void poison() {}
}
