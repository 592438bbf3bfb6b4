package org.lostbit.claims.bugs;

import org.lostbit.model.kvm.Kvm;
import org.lostbit.model.kvm.SrculessGetDirtyLog;
import org.lostbit.model.memory.Actor;

/**
 * K02: protects the pages and does not flush (mended by 171d595d3b32 in v2.6.28). The guest goes on
 * storing through the translation that its TLB holds.
 */
public final class SkipTlbFlush extends SrculessGetDirtyLog {
  @Override
  protected void flush(Kvm kvm, Actor actor) {}
}
