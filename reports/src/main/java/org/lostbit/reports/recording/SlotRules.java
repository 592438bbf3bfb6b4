package org.lostbit.reports.recording;

/**
 * What a recording fixes by itself about the bits of one retrieval, whatever the guest did: these
 * rules know nothing of the model.
 */
final class SlotRules {
  /**
   * A first retrieval within this time after logging was switched on finds nothing. Stricter than
   * the kernel's contract, which lets a running guest dirty pages at once.
   */
  static final long FRESH_MICROS = 10_000;

  private final GuestActivity activity;

  SlotRules(GuestActivity activity) {
    this.activity = activity;
  }

  /** The ranges are in order, and as many as the line says. */
  static void checkRanges(RecordedCall.GetLog get) throws Rejection {
    String disorder = get.pages().disorder().orElse("");
    if (!disorder.isEmpty()) {
      throw new Rejection(get.head(), disorder);
    }
    if (get.pages().count() != get.dirty()) {
      throw new Rejection(
          get.head(),
          "dirty=" + get.dirty() + " and the ranges hold " + get.pages().count() + " pages");
    }
  }

  /**
   * Holds a successful retrieval of a logged slot to its slot.
   *
   * @param stop which stop of the guest this is after; 0 if the guest may run
   */
  void check(RecordedCall.GetLog get, RecordedSlot slot, RecordedSlot.Log log, int stop)
      throws Rejection {
    String name = "slot " + get.slot();
    long npages = slot.region().npages();
    if (get.npages() != npages) {
      throw new Rejection(
          get.head(),
          "npages="
              + get.npages()
              + ", and "
              + name
              + " has "
              + npages
              + " pages by line "
              + slot.region().head().line());
    }
    if (get.pages().isEmpty()) {
      return;
    }
    long outside = get.pages().firstFrom(npages);
    if (outside >= 0) {
      throw new Rejection(
          get.head(), "page " + outside + " is dirty, and " + name + " has " + npages + " pages");
    }
    String some = "page " + get.pages().firstFrom(0) + " of " + name + " is dirty, and ";
    if (slot.region().isReadOnly()) {
      throw new Rejection(get.head(), some + name + " is read-only: no guest store dirties it");
    }
    if (stop != 0 && log.lastStop() == stop) {
      throw new Rejection(
          get.head(),
          some
              + name
              + " was retrieved after STOP already: nothing new can come while the guest"
              + " is stopped");
    }
    if (!activity.mayHaveRunSince(log.since())) {
      throw new Rejection(
          get.head(),
          some
              + "no vCPU was inside KVM_RUN since "
              + (log.fresh() ? "logging was switched on" : "the last retrieval"));
    }
    if (log.fresh() && activity.passedSince(log.since()) <= FRESH_MICROS) {
      throw new Rejection(
          get.head(),
          some
              + "the log of "
              + name
              + " is fresh: it was switched on at "
              + RecordedCall.Head.seconds(log.since().micros())
              + " and not retrieved since");
    }
  }
}
