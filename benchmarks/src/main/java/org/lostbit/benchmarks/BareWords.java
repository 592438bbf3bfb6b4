package org.lostbit.benchmarks;

/** The shape of {@code WordArray}, so that only the seam differs between the variants. */
final class BareWords {
  private final BareWord[] words;

  BareWords(int length) {
    words = new BareWord[length];
    for (int i = 0; i < length; i++) {
      words[i] = new BareWord(this, "words", i);
    }
  }

  int length() {
    return words.length;
  }

  BareWord word(int index) {
    return words[index];
  }
}
