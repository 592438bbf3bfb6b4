package org.lostbit.claims.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What one thread does, written down in order. A thread that stores as the guest is the thread of a
 * vCPU.
 */
public final class Script {
  private final LongSupplier versions;
  private final List<Act> acts = new ArrayList<>();

  Script(LongSupplier versions) {
    this.versions = versions;
  }

  /** The guest stores to the page. */
  public Script store(long gfn) {
    acts.add(new Act.Store(gfn, versions.getAsLong()));
    return this;
  }

  /** The host kernel stores to the page by {@code kvm_write_guest}. */
  public Script writeGuest(long gfn) {
    acts.add(new Act.WriteGuest(gfn, versions.getAsLong()));
    return this;
  }

  /** User space calls KVM_GET_DIRTY_LOG on the slot and remembers what it reports. */
  public Script getDirtyLog(int slot) {
    acts.add(new Act.GetDirtyLog(slot));
    return this;
  }

  /** User space copies to the destination every page that it knows to be dirty. */
  public Script copyPages() {
    acts.add(new Act.CopyPages());
    return this;
  }

  /** The processor drops all translations of this vCPU, as it may at any time. */
  public Script dropTlb() {
    acts.add(new Act.DropTlb());
    return this;
  }

  List<Act> acts() {
    return List.copyOf(acts);
  }

  boolean isVcpu() {
    return acts.stream().anyMatch(act -> act instanceof Act.Store || act instanceof Act.DropTlb);
  }
}
