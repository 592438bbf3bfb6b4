package org.lostbit.model.kvm;

import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.WordArray;

/**
 * {@code slot->dirty_bitmap}: one allocation with two halves. From v3.5 on the first half is the
 * live log and the second is the buffer of the log reader, who holds {@code slots_lock}.
 */
public final class DirtyBitmap extends Shared {
  private static final int BITS_PER_LONG = 64;

  private final WordArray live;
  private final WordArray buffer;

  /** A zeroed bitmap for {@code npages} pages of the slot called {@code slot}. */
  public DirtyBitmap(String slot, long npages) {
    super(slot);
    int words = words(npages);
    this.live = new WordArray(this, "dirty_bitmap", words, 0);
    this.buffer = new WordArray(this, "dirty_bitmap_buffer", words, 0);
  }

  /** {@code kvm_dirty_bitmap_bytes / 8}: the number of 64-bit words for {@code npages} pages. */
  public static int words(long npages) {
    return (int) ((npages + BITS_PER_LONG - 1) / BITS_PER_LONG);
  }

  /** The log that markers set bits in. */
  public WordArray live() {
    return live;
  }

  /** The second half of the allocation. */
  public WordArray buffer() {
    return buffer;
  }

  @Override
  protected void poison() {
    live.poison();
    buffer.poison();
  }
}
