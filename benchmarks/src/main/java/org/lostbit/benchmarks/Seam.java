package org.lostbit.benchmarks;

import org.lostbit.model.linux.SpinLock;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Word;
import org.lostbit.model.memory.WordArray;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The cases, through the seam. {@link Bare} has a method of the same name for each. */
@State(Scope.Thread)
public class Seam {
  private final Shared memory = new Memory();

  // As near to the loops as in the twin: one field more on the way cost a third of a store on JDK
  // 25.
  private final WordArray words = new WordArray(memory, "words", Case.WORDS, 0);
  private final Word lock = new Word(memory, "lock", 0);
  private final SpinLock spinLock = new SpinLock(memory, "spin_lock");
  private final Actor actor = new Actor(0, "bench");

  /** The object that the words belong to. */
  private static final class Memory extends Shared {
    Memory() {
      super("memory");
    }
  }

  /** A pass of READ_ONCE over an array. */
  @Benchmark
  @OperationsPerInvocation(Case.WORDS)
  public long opaqueRead() {
    WordArray all = words;
    long sum = 0;
    for (int i = 0; i < all.length(); i++) {
      sum += all.word(i).readOnce();
    }
    return sum;
  }

  /** A pass of WRITE_ONCE over an array. */
  @Benchmark
  @OperationsPerInvocation(Case.WORDS)
  public void opaqueWrite() {
    WordArray all = words;
    for (int i = 0; i < all.length(); i++) {
      all.word(i).writeOnce(i);
    }
  }

  /** A pass of set_bit over an array. */
  @Benchmark
  @OperationsPerInvocation(Case.WORDS)
  public void setBit() {
    WordArray all = words;
    for (int i = 0; i < all.length(); i++) {
      all.word(i).setBit(i & 63);
    }
  }

  /** A pass of test_and_set_bit over an array: a locked, fully ordered instruction. */
  @Benchmark
  @OperationsPerInvocation(Case.WORDS)
  public long testAndSetBit() {
    WordArray all = words;
    long set = 0;
    for (int i = 0; i < all.length(); i++) {
      set += all.word(i).testAndSetBit(i & 63) ? 1 : 0;
    }
    return set;
  }

  /** A pass of load, add and store over an array, each under a lock word. */
  @Benchmark
  @OperationsPerInvocation(Case.WORDS)
  public void underLock() {
    WordArray all = words;
    Word taken = lock;
    for (int i = 0; i < all.length(); i++) {
      taken.awaitCas(0, 1);
      Word word = all.word(i);
      word.writePlain(word.readPlain() + 1);
      taken.storeRelease(0);
    }
  }

  /** The same under the model's spin lock, which also keeps the actor's context. */
  @Benchmark
  @OperationsPerInvocation(Case.WORDS)
  public void underSpinLock() {
    WordArray all = words;
    SpinLock taken = spinLock;
    for (int i = 0; i < all.length(); i++) {
      taken.lock(actor);
      Word word = all.word(i);
      word.writePlain(word.readPlain() + 1);
      taken.unlock(actor);
    }
  }
}
