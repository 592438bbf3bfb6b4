package org.lostbit.model.linux;

import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.KernelFunction;
import org.lostbit.model.memory.Memory;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Word;
import org.lostbit.model.memory.WordArray;

/**
 * Memory of the user process that the kernel copies to: touching it may sleep, and may fault where
 * the environment allows a fault.
 */
public final class UserBuffer extends Shared {
  private final WordArray words;

  /** How many more copies the environment may make fault. */
  private final Word faultsLeft;

  /**
   * A zeroed buffer of {@code length} 64-bit words; at most {@code faults} copies to it may fault.
   */
  public UserBuffer(String label, int length, int faults) {
    super(label);
    this.words = new WordArray(this, "words", length, 0);
    this.faultsLeft = new Word(this, "faults_left", faults);
  }

  /** The length in words of 64 bits. */
  public int length() {
    return words.length();
  }

  /** One word, for user space itself. */
  public Word word(int index) {
    return words.word(index);
  }

  /**
   * {@code copy_to_user} of the first {@code count} words of {@code from}.
   *
   * @return the number of bytes not copied; 0 is success. A fault leaves the buffer as it was.
   */
  @KernelFunction(
      name = "copy_to_user",
      file = "arch/x86/lib/usercopy_64.c",
      since = "v3.2",
      differs = "copies whole words; a fault comes before the first one or not at all")
  public long copyToUser(Actor actor, WordArray from, int count) {
    actor.mightSleep("copy_to_user");
    if (faults()) {
      return 8L * count;
    }
    for (int i = 0; i < count; i++) {
      words.word(i).writePlain(from.word(i).readPlain());
    }
    return 0;
  }

  private boolean faults() {
    long left = faultsLeft.readPlain();
    if (left == 0 || !Memory.choose("EFAULT")) {
      return false;
    }
    faultsLeft.writePlain(left - 1);
    return true;
  }
}
