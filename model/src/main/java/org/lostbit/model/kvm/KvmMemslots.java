package org.lostbit.model.kvm;

import org.lostbit.model.memory.Memory;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Word;

/**
 * {@code struct kvm_memslots} up to v5.16: an array of slots by value, copied whole, and replaced.
 */
public final class KvmMemslots extends Shared {
  /** {@code KVM_MEMORY_SLOTS}: the slot numbers that user space may use end before it. */
  public static final int KVM_MEMORY_SLOTS = 32;

  private final Word generation;
  private final KvmMemorySlot[] memslots;

  /**
   * An array of absent slots.
   *
   * @param capacity how many slots have cells; a higher number below {@link #KVM_MEMORY_SLOTS} is
   *     an absent slot that stays absent
   */
  KvmMemslots(int capacity) {
    super("memslots");
    this.generation = new Word(this, "generation", 0);
    this.memslots = new KvmMemorySlot[capacity];
    for (int id = 0; id < capacity; id++) {
      memslots[id] = new KvmMemorySlot(id);
    }
  }

  /** Counts the changes of the map. */
  public Word generation() {
    return generation;
  }

  /** How many slots have cells. */
  int capacity() {
    return memslots.length;
  }

  /** {@code id_to_memslot}; {@code null} for a slot without cells, which is absent. */
  public KvmMemorySlot idToMemslot(int id) {
    return id < memslots.length ? memslots[id] : null;
  }

  /** {@code search_memslots}: the slot that holds the frame, or {@code null}. */
  KvmMemorySlot search(long gfn) {
    for (KvmMemorySlot slot : memslots) {
      if (slot.contains(gfn)) {
        return slot;
      }
    }
    return null;
  }

  /** {@code kmemdup} into this new array: plain stores. */
  void copyFrom(KvmMemslots old) {
    generation.writePlain(old.generation.readPlain());
    for (int id = 0; id < memslots.length; id++) {
      memslots[id].assign(old.memslots[id]);
    }
  }

  /** {@code kfree}: the slots lie inside the array and go with it. */
  void free() {
    for (KvmMemorySlot slot : memslots) {
      Memory.kfree(slot);
    }
    Memory.kfree(this);
  }

  @Override
  protected void poison() {
    generation.writePlain(Word.POISON);
  }
}
