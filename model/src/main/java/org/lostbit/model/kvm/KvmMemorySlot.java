package org.lostbit.model.kvm;

import org.lostbit.model.memory.Ref;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Word;

/**
 * {@code struct kvm_memory_slot}. Up to v5.16 it lies by value in {@code kvm_memslots}, so a change
 * of one slot copies all of them.
 */
public final class KvmMemorySlot extends Shared {
  /** {@code KVM_MEM_LOG_DIRTY_PAGES}. */
  public static final long KVM_MEM_LOG_DIRTY_PAGES = 1L;

  /** {@code KVM_MEMSLOT_INVALID}: being deleted (bit 1 up to v3.6; later bit 1 is user space's). */
  public static final long KVM_MEMSLOT_INVALID = 1L << 1;

  private final int id;
  private final Word baseGfn;
  private final Word npages;
  private final Word flags;
  private final Word userspaceAddr;
  private final Ref<DirtyBitmap> dirtyBitmap;

  /** An absent slot (no pages). */
  KvmMemorySlot(int id) {
    super("slot" + id);
    this.id = id;
    this.baseGfn = new Word(this, "base_gfn", 0);
    this.npages = new Word(this, "npages", 0);
    this.flags = new Word(this, "flags", 0);
    this.userspaceAddr = new Word(this, "userspace_addr", 0);
    this.dirtyBitmap = new Ref<>(this, "dirty_bitmap", null);
  }

  /** The slot's number. */
  public int id() {
    return id;
  }

  /** First guest frame. */
  public Word baseGfn() {
    return baseGfn;
  }

  /** Length in pages; 0 means that the slot is absent. */
  public Word npages() {
    return npages;
  }

  /** {@link #KVM_MEM_LOG_DIRTY_PAGES}, {@link #KVM_MEMSLOT_INVALID}. */
  public Word flags() {
    return flags;
  }

  /** First hva page (the address in bytes divided by 4096). */
  public Word userspaceAddr() {
    return userspaceAddr;
  }

  /** The dirty log; NULL while logging is off. */
  public Ref<DirtyBitmap> dirtyBitmap() {
    return dirtyBitmap;
  }

  /** Structure assignment: plain stores of all fields. */
  void assign(KvmMemorySlot from) {
    baseGfn.writePlain(from.baseGfn.readPlain());
    npages.writePlain(from.npages.readPlain());
    flags.writePlain(from.flags.readPlain());
    userspaceAddr.writePlain(from.userspaceAddr.readPlain());
    dirtyBitmap.writePlain(from.dirtyBitmap.readPlain());
  }

  /** Whether the frame lies in this slot. */
  boolean contains(long gfn) {
    long base = baseGfn.readPlain();
    return gfn >= base && gfn < base + npages.readPlain();
  }

  @Override
  protected void poison() {
    baseGfn.writePlain(Word.POISON);
    npages.writePlain(Word.POISON);
    flags.writePlain(Word.POISON);
    userspaceAddr.writePlain(Word.POISON);
  }
}
