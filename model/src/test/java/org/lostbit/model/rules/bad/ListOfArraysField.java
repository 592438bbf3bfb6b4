package org.lostbit.model.rules.bad;

import java.util.List;

/** Shares arrays of numbers inside a list. */
public final class ListOfArraysField {
  private final List<long[]> words = List.of(new long[1]);

  /** Changes one. */
  public void fill() {
    words.get(0)[0] = 1;
  }
}
