package org.lostbit.model.kvm;

import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.KernelFunction;
import org.lostbit.model.memory.Word;

/**
 * {@code mark_page_dirty_in_slot} of v3.5 and v3.6: {@code test_and_set_bit_le}, whose answer is
 * ignored. A value-returning read-modify-write, so a full barrier on both sides.
 */
public class TestAndSetBitMark implements MarkPageDirty {
  private static final int BITS_PER_LONG = 64;

  @Override
  @KernelFunction(
      name = "mark_page_dirty_in_slot",
      file = "virt/kvm/kvm_main.c",
      since = "v3.5",
      until = "v3.6",
      steps = {
        "1 if (memslot && memslot->dirty_bitmap)",
        "2 test_and_set_bit_le(rel_gfn, memslot->dirty_bitmap)"
      },
      differs = "the ignored answer of test_and_set_bit_le is not asked for: one answer less")
  public final void markPageDirtyInSlot(Actor actor, KvmMemorySlot slot, long gfn) {
    actor.step("1");
    DirtyBitmap bitmap = slot == null ? null : slot.dirtyBitmap().readPlain();
    if (bitmap == null) {
      return;
    }
    long relGfn = gfn - slot.baseGfn().readPlain();
    actor.step("2");
    set(bitmap.live().word((int) (relGfn / BITS_PER_LONG)), (int) (relGfn % BITS_PER_LONG));
  }

  /** Step 2. */
  protected void set(Word word, int bit) {
    word.testAndSetBitIgnored(bit);
  }
}
