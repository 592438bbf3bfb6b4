package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Step;

/** A thread of the host kernel that stores to one guest page by {@code kvm_write_guest_page}. */
public final class HostWrite implements Step {
  private final Kvm kvm;
  private final GuestStore store;
  private final WriteNotes notes;

  /** The call stores {@code store.version()} to {@code store.gfn()}. */
  public HostWrite(Kvm kvm, GuestStore store, WriteNotes notes) {
    this.kvm = kvm;
    this.store = store;
    this.notes = notes;
  }

  @Override
  public Progress run(Actor actor) {
    kvm.srcu().readLock(actor);
    try {
      if (kvm.functions().writeGuest().kvmWriteGuestPage(kvm, actor, store.gfn(), store.version())
          == 0) {
        notes.completed(store.gfn()).note(store.version());
      }
    } finally {
      kvm.srcu().readUnlock(actor);
    }
    return Progress.NEXT;
  }
}
