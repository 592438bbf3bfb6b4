package org.lostbit.model.kvm;

/**
 * The bits of a shadow page-table entry for one 4 KiB page (arch/x86/kvm/mmu.c). The same layout
 * serves for the entries of a TLB.
 */
public final class Spte {
  /** {@code PT_PRESENT_MASK}. */
  public static final long PRESENT = 1L;

  /** {@code PT_WRITABLE_MASK}: the hardware lets the guest store. */
  public static final long WRITABLE = 1L << 1;

  /** {@code SPTE_HOST_WRITEABLE}: the host page table lets the process store. */
  public static final long HOST_WRITEABLE = 1L << 10;

  /** {@code SPTE_MMU_WRITEABLE} (v3.6): nobody but the dirty log keeps the guest from storing. */
  public static final long MMU_WRITEABLE = 1L << 11;

  private static final int PFN_SHIFT = 12;

  private Spte() {}

  /** A present entry that maps the frame, with the permission bits given. */
  public static long of(long pfn, long permissions) {
    return pfn << PFN_SHIFT | PRESENT | permissions;
  }

  /** The frame that the entry maps. */
  public static long pfn(long spte) {
    return spte >>> PFN_SHIFT;
  }

  /** {@code is_shadow_present_pte}. */
  public static boolean isPresent(long spte) {
    return (spte & PRESENT) != 0;
  }

  /** {@code is_writable_pte}. */
  public static boolean isWritable(long spte) {
    return (spte & WRITABLE) != 0;
  }

  /** {@code spte_is_locklessly_modifiable} (v3.6). */
  public static boolean isLocklesslyModifiable(long spte) {
    long both = HOST_WRITEABLE | MMU_WRITEABLE;
    return (spte & both) == both;
  }
}
