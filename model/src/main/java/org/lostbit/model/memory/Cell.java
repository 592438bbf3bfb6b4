package org.lostbit.model.memory;

/** One memory location that threads share. */
public abstract class Cell {
  private final Shared owner;
  private final String name;
  private final int index;
  private final int id;

  Cell(Shared owner, String name, int index, long initial, boolean ghost) {
    this.owner = owner;
    this.name = name;
    this.index = index;
    this.id =
        ghost
            ? Machine.MACHINE.registerGhost(this, initial)
            : Machine.MACHINE.register(this, initial);
  }

  /** The object that this location is part of. */
  public final Shared owner() {
    return owner;
  }

  /** The number that the machine gave to this location; 0 on the JVM machine. */
  public final int id() {
    return id;
  }

  /** The location as C writes it, such as {@code slot8->dirty_bitmap[0]}. */
  public final String label() {
    String path = owner.label() + "->" + name;
    return index < 0 ? path : path + "[" + index + "]";
  }

  @Override
  public final String toString() {
    return label();
  }
}
