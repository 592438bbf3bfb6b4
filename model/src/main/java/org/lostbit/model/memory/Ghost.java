package org.lostbit.model.memory;

/**
 * A note that a property keeps about one thread, outside the modelled memory: it is written by that
 * thread alone and read by observations and final checks alone.
 *
 * <p>On the explored machine a note takes effect at the same instant as the operation before it and
 * is no scheduling point, so that a ghost never adds or hides an interleaving.
 */
public final class Ghost {
  private final Word word;

  /** A note called {@code owner->name} that starts with {@code initial}. */
  public Ghost(Shared owner, String name, long initial) {
    this.word = new Word(owner, name, -1, initial, true);
  }

  /** A note called {@code owner->name[index]} that starts with {@code initial}. */
  public Ghost(Shared owner, String name, int index, long initial) {
    this.word = new Word(owner, name, index, initial, true);
  }

  /** Replaces the note. */
  public void note(long value) {
    Machine.MACHINE.note(word, value);
  }

  /** The note, for observations and final checks. */
  public long value() {
    return word.readOnce();
  }

  /** The location of the note, for engines. */
  public Word word() {
    return word;
  }
}
