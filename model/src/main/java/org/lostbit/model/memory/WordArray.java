package org.lostbit.model.memory;

/** An array of 64-bit locations that threads share ({@code unsigned long name[length]}). */
public final class WordArray {
  private final Word[] words;

  /** An array called {@code owner->name}, every word with the same initial value. */
  public WordArray(Shared owner, String name, int length, long initial) {
    words = new Word[length];
    for (int i = 0; i < length; i++) {
      words[i] = new Word(owner, name, i, initial);
    }
  }

  /** The number of words. */
  public int length() {
    return words.length;
  }

  /** The location {@code name[index]}. */
  public Word word(int index) {
    return words[index];
  }

  /** Overwrites every word with {@link Word#POISON}. */
  public void poison() {
    for (Word word : words) {
      word.writePlain(Word.POISON);
    }
  }
}
