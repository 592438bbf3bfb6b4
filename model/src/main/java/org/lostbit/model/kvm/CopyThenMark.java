package org.lostbit.model.kvm;

import org.lostbit.model.linux.Errno;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.KernelFunction;

/**
 * {@code kvm_write_guest_page} of v3.2 to v3.10: stores, then marks, each with a look-up of its
 * own. The store cannot be taken back by protecting a page, so the mark must follow it.
 */
public class CopyThenMark implements WriteGuest {
  @Override
  @KernelFunction(
      name = "kvm_write_guest_page",
      file = "virt/kvm/kvm_main.c",
      since = "v3.2",
      until = "v3.10",
      steps = {
        "1 addr = gfn_to_hva(kvm, gfn)",
        "2 __copy_to_user((void __user *)addr + offset, data, len)",
        "3 mark_page_dirty(kvm, gfn)"
      },
      differs = "stores whole pages, so no copy ends half-way")
  public int kvmWriteGuestPage(Kvm kvm, Actor actor, long gfn, long version) {
    actor.step("1");
    long hva = kvm.gfnToHva(gfn);
    if (hva < 0) {
      return -Errno.EFAULT;
    }
    actor.step("2");
    actor.mightSleep("__copy_to_user");
    if (!kvm.mm().store(hva, version)) {
      return -Errno.EFAULT;
    }
    actor.step("3");
    kvm.functions().markPageDirty(kvm, actor, gfn);
    return 0;
  }
}
