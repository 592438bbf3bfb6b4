package org.lostbit.claims.scenario;

/** One thing that a thread of a scenario does. */
sealed interface Act {
  /**
   * The guest stores to a page.
   *
   * @param gfn the frame
   * @param version the content, which no other act of the scenario stores
   */
  record Store(long gfn, long version) implements Act {}

  /**
   * The host kernel stores to a guest page by {@code kvm_write_guest}.
   *
   * @param gfn the frame
   * @param version the content
   */
  record WriteGuest(long gfn, long version) implements Act {}

  /**
   * User space retrieves the dirty log of a slot.
   *
   * @param slot the slot number
   */
  record GetDirtyLog(int slot) implements Act {}

  /** User space copies the pages that it knows to be dirty. */
  record CopyPages() implements Act {}

  /** The processor of the thread's vCPU drops its translations of its own accord. */
  record DropTlb() implements Act {}
}
