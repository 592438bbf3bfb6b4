package org.lostbit.model.kvm;

import org.lostbit.model.memory.KernelFunction;
import org.lostbit.model.memory.Word;

/**
 * {@code mmu_spte_update} of v3.6: an spte that the lockless fault may change is exchanged, and
 * what was really replaced decides.
 */
public final class VolatileSpteUpdate implements MmuSpteUpdate {
  @Override
  @KernelFunction(
      name = "mmu_spte_update",
      file = "arch/x86/kvm/mmu.c",
      since = "v3.6",
      until = "v3.15",
      steps = {
        "1 if (!spte_has_volatile_bits(old_spte)) __update_clear_spte_fast(sptep, new_spte)",
        "2 else old_spte = __update_clear_spte_slow(sptep, new_spte)",
        "3 ret = is_writable_pte(old_spte) && !is_writable_pte(new_spte)"
      },
      differs = "sptes have no accessed bit; volatile is what the lockless fault may change")
  public boolean mmuSpteUpdate(Word sptep, long spte) {
    long old = sptep.readPlain();
    if (Spte.isLocklesslyModifiable(old)) {
      old = sptep.xchg(spte);
    } else {
      sptep.writePlain(spte);
    }
    return Spte.isWritable(old) && !Spte.isWritable(spte);
  }
}
