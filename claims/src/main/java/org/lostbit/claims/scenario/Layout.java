package org.lostbit.claims.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.lostbit.model.kvm.GfnSpace;
import org.lostbit.model.kvm.MemoryRegion;
import org.lostbit.model.mm.HostMm;

/**
 * What all runs of a scenario have in common. Worked out once: an engine that samples builds a run
 * for each sample.
 *
 * @param space the guest frames that some act touches: only they have cells
 * @param hva the user pages behind them
 * @param vcpuThreads the threads that run vCPUs
 * @param regions the slots as user space sets them up
 * @param capacity how many memory slots have cells
 */
record Layout(
    GfnSpace space,
    List<HostMm.Range> hva,
    List<Integer> vcpuThreads,
    List<MemoryRegion> regions,
    int capacity) {

  static Layout of(Scenario scenario) {
    TreeSet<Long> gfns = new TreeSet<>();
    List<Scenario.ThreadSpec> all = new ArrayList<>(scenario.before());
    all.addAll(scenario.threads());
    all.add(scenario.last());
    for (Scenario.ThreadSpec thread : all) {
      for (Act act : thread.script().acts()) {
        if (act instanceof Act.Store store) {
          gfns.add(store.gfn());
        } else if (act instanceof Act.WriteGuest write) {
          gfns.add(write.gfn());
        }
      }
    }
    List<Integer> vcpus = new ArrayList<>();
    for (int i = 0; i < scenario.threads().size(); i++) {
      if (scenario.threads().get(i).script().isVcpu()) {
        vcpus.add(i);
      }
    }
    long base = SlotSpec.HVA / MemoryRegion.PAGE_SIZE;
    return new Layout(
        new GfnSpace(gfns.stream().map(gfn -> new HostMm.Range(gfn, 1)).toList()),
        gfns.stream().map(gfn -> new HostMm.Range(base + gfn, 1)).toList(),
        List.copyOf(vcpus),
        scenario.slots().stream().map(SlotSpec::region).toList(),
        scenario.slots().stream().mapToInt(SlotSpec::id).max().orElse(0) + 1);
  }
}
