package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;

/** Before v3.6 there is no {@code fast_page_fault}: every fault takes {@code mmu_lock}. */
public final class NoFastPageFault implements FastPageFault {
  @Override
  public boolean fastPageFault(Kvm kvm, KvmVcpu vcpu, Actor actor, long gfn, boolean present) {
    return false;
  }
}
