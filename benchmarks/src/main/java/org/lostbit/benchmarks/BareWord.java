package org.lostbit.benchmarks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** What {@code Word} would be without a seam: a field and its VarHandle. */
final class BareWord {
  static final VarHandle VALUE = valueHandle();

  @SuppressWarnings("UnusedVariable") // read and written through VALUE
  private long value;

  private static VarHandle valueHandle() {
    try {
      return MethodHandles.lookup().findVarHandle(BareWord.class, "value", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }
}
