package org.lostbit.model.kernel;

import org.lostbit.model.kvm.DirtyBitmap;
import org.lostbit.model.kvm.SrculessGetDirtyLog;
import org.lostbit.model.linux.UserBuffer;
import org.lostbit.model.memory.Actor;

/**
 * A proposal: where {@code copy_to_user} faults, {@code KVM_GET_DIRTY_LOG} puts the bits that it
 * took back into the live log. The pages are protected and marked, which the invariant allows, and
 * the next call reports them.
 */
public final class MergeBackOnFault extends SrculessGetDirtyLog {
  @Override
  protected int copyToUser(Actor actor, DirtyBitmap bitmap, int n, UserBuffer log) {
    int result = super.copyToUser(actor, bitmap, n, log);
    if (result != 0) {
      for (int i = 0; i < n; i++) {
        long mask = bitmap.buffer().word(i).readPlain();
        if (mask != 0) {
          bitmap.live().word(i).atomicOr(mask);
        }
      }
    }
    return result;
  }
}
