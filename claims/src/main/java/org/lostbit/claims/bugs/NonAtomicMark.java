package org.lostbit.claims.bugs;

import org.lostbit.model.kvm.TestAndSetBitMark;
import org.lostbit.model.memory.Word;

/**
 * K07: marks with {@code __set_bit}, a load, an or and a store, as KVM did up to v3.4. Of two
 * markers of one word, one can wipe out the other's bit.
 */
public final class NonAtomicMark extends TestAndSetBitMark {
  @Override
  protected void set(Word word, int bit) {
    word.nonAtomicSetBit(bit);
  }
}
