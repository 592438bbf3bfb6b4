package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;

/** {@code __kvm_set_memory_region}: creates, deletes, moves or changes a memory slot. */
@FunctionalInterface
public interface SetUserMemoryRegion extends KernelFunctionObject {
  /**
   * Changes the memory map. Process context, no locks held; may sleep.
   *
   * @return 0, or a negative errno
   */
  int kvmSetMemoryRegion(Kvm kvm, Actor actor, MemoryRegion region);
}
