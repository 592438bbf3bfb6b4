package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;

/** {@code kvm_mmu_write_protect_pt_masked}: takes write permission from pages of a slot. */
@FunctionalInterface
public interface WriteProtectPtMasked extends KernelFunctionObject {
  /**
   * Write-protects the pages whose bits are set in {@code mask}. Under {@code mmu_lock}. The caller
   * flushes.
   *
   * @param gfnOffset the page of the slot that bit 0 stands for, in pages
   */
  void writeProtect(Kvm kvm, Actor actor, KvmMemorySlot slot, long gfnOffset, long mask);
}
