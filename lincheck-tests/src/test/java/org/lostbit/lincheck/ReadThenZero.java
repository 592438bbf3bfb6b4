package org.lostbit.lincheck;

/** The weakened twin whose harvest is a load and a store of zero. */
public final class ReadThenZero extends LogWord {
  @Override
  public long harvest() {
    long bits = word.readOnce();
    word.writeOnce(0);
    return bits;
  }
}
