package org.lostbit.claims.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** Says how large a scenario is. */
final class Bound {
  private Bound() {}

  static String inWords(Scenario scenario) {
    String threads =
        scenario.threads().stream()
            .map(thread -> thread.name() + ": " + acts(thread.script().acts()))
            .collect(Collectors.joining("; "));
    String last = scenario.last().script().acts().isEmpty() ? "" : "; then a final pass";
    String faults =
        scenario.faults() == 0 ? "" : "; at most " + scenario.faults() + " copy_to_user faults";
    String slots =
        scenario.slots().stream()
            .map(slot -> slot.pages() + " pages")
            .collect(Collectors.joining(" and "));
    return threads + last + faults + "; " + scenario.slots().size() + " slot of " + slots;
  }

  private static String acts(List<Act> acts) {
    return acts.stream().map(Bound::act).collect(Collectors.joining(", "));
  }

  private static String act(Act act) {
    if (act instanceof Act.Store store) {
      return "guest store to gfn " + store.gfn();
    } else if (act instanceof Act.WriteGuest write) {
      return "kvm_write_guest to gfn " + write.gfn();
    } else if (act instanceof Act.GetDirtyLog get) {
      return "KVM_GET_DIRTY_LOG of slot " + get.slot();
    } else if (act instanceof Act.CopyPages) {
      return "copy of the reported pages";
    }
    return "TLB dropped";
  }
}
