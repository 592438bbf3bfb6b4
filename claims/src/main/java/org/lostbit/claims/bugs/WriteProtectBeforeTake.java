package org.lostbit.claims.bugs;

import org.lostbit.model.kvm.DirtyBitmap;
import org.lostbit.model.kvm.Kvm;
import org.lostbit.model.kvm.KvmMemorySlot;
import org.lostbit.model.kvm.SrculessGetDirtyLog;
import org.lostbit.model.memory.Actor;

/**
 * K01: protects the pages first and takes their bits afterwards, the order that edde99ce0529
 * reversed in v2.6.37. On v3.6 it takes the lockless fault to show it: one in between leaves its
 * page writable, and its bit goes with the others.
 */
public final class WriteProtectBeforeTake extends SrculessGetDirtyLog {
  @Override
  protected void harvestWord(
      Kvm kvm, Actor actor, KvmMemorySlot memslot, DirtyBitmap bitmap, int i) {
    actor.step("5d");
    protect(kvm, actor, memslot, i, bitmap.live().word(i).readPlain());
    actor.step("5b");
    long mask = take(bitmap.live().word(i));
    actor.step("5c");
    bitmap.buffer().word(i).writePlain(mask);
  }
}
