package org.lostbit.model.rules.bad;

import java.util.ArrayList;

/** Shares a collection that changes. */
public final class MutableCollectionField {
  private final ArrayList<String> waiting = new ArrayList<>();

  /** Changes it. */
  public void add(String name) {
    waiting.add(name);
  }
}
