package org.lostbit.benchmarks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What {@code Word} would be without a seam: a field and its VarHandle. It is as large as a word,
 * for how many words share a cache line decides what a store costs.
 */
@SuppressWarnings("UnusedVariable") // the value is read and written through VALUE, the rest is size
final class BareWord {
  static final VarHandle VALUE = valueHandle();

  private final Object owner;
  private final String name;
  private final int index;
  private final int id;
  private long value;

  BareWord(Object owner, String name, int index) {
    this.owner = owner;
    this.name = name;
    this.index = index;
    this.id = 0;
  }

  private static VarHandle valueHandle() {
    try {
      return MethodHandles.lookup().findVarHandle(BareWord.class, "value", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }
}
