package org.lostbit.model.rules.bad;

import java.lang.invoke.VarHandle;

/** Orders memory past the seam. */
public final class UsesHandles {
  /** Does so. */
  public void fence() {
    VarHandle.fullFence();
  }
}
