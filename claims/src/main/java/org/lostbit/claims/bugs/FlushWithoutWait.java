package org.lostbit.claims.bugs;

import org.lostbit.model.kvm.KvmVcpu;
import org.lostbit.model.kvm.RequestAndKick;
import org.lostbit.model.memory.Actor;

/**
 * K03: asks for the flush, sends the interrupts and does not wait until they are taken (QEMU's twin
 * was mended by 9458a9a1df1a). A guest instruction that has its translation stores after the page
 * was copied.
 */
public final class FlushWithoutWait extends RequestAndKick {
  @Override
  protected void awaitInterrupt(KvmVcpu vcpu, Actor actor) {}
}
