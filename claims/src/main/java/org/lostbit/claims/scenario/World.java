package org.lostbit.claims.scenario;

import java.util.List;
import org.lostbit.model.kvm.GfnSpace;
import org.lostbit.model.kvm.Kvm;
import org.lostbit.model.kvm.KvmVcpu;
import org.lostbit.model.kvm.WriteNotes;
import org.lostbit.model.vmm.Migration;

/**
 * All that a run of a scenario consists of, for properties and interesting states to look at.
 *
 * @param kvm the virtual machine
 * @param space the guest frames that have cells
 * @param migration user space
 * @param writers what each thread has written, by thread index
 */
public record World(Kvm kvm, GfnSpace space, Migration migration, List<WriteNotes> writers) {
  /** Owns its list. */
  public World {
    writers = List.copyOf(writers);
  }

  /** What the only vCPU has counted since the threads started. */
  public KvmVcpu.Stat stat() {
    return kvm.vcpus().get(0).stat();
  }
}
