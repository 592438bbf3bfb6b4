package org.lostbit.model.rules.bad;

import org.lostbit.model.memory.Ref;
import org.lostbit.model.memory.Shared;

/** A cell that all runs share. */
public final class StaticWord extends Shared {
  private static final Ref<StaticWord> LAST = new Ref<>(new StaticWord(), "last", null);

  private StaticWord() {
    super("static");
  }

  /** The cell. */
  public static Ref<StaticWord> last() {
    return LAST;
  }
}
