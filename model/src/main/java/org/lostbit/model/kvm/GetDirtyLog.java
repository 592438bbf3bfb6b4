package org.lostbit.model.kvm;

import org.lostbit.model.linux.UserBuffer;
import org.lostbit.model.memory.Actor;

/** {@code kvm_vm_ioctl_get_dirty_log}: hands the log of one slot to user space. */
@FunctionalInterface
public interface GetDirtyLog extends KernelFunctionObject {
  /**
   * Retrieves and clears the dirty log of a slot. Process context, no locks held; may sleep.
   *
   * @param id the slot number
   * @param log receives one bit per page, 64 to a word; at least as long as the slot needs
   * @return 0, or a negative errno
   */
  int kvmVmIoctlGetDirtyLog(Kvm kvm, Actor actor, int id, UserBuffer log);
}
