package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;

/** {@code kvm_flush_remote_tlbs}: no vCPU goes on with a translation cached before. */
@FunctionalInterface
public interface FlushRemoteTlbs extends KernelFunctionObject {
  /**
   * Makes every vCPU drop its translations and waits until none runs with an old one. Interrupts
   * on; does not sleep.
   */
  void kvmFlushRemoteTlbs(Kvm kvm, Actor actor);
}
