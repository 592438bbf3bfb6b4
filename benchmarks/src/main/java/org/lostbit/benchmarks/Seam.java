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
  private final Memory memory = new Memory();
  private final Actor actor = new Actor(0, "bench");

  /** The object that the words belong to. */
  private static final class Memory extends Shared {
    private final WordArray words = new WordArray(this, "words", Case.WORDS, 0);
    private final Word lock = new Word(this, "lock", 0);
    private final SpinLock spinLock = new SpinLock(this, "spin_lock");

    Memory() {
      super("memory");
    }
  }

  /** A pass of READ_ONCE over an array. */
  @Benchmark
  @OperationsPerInvocation(Case.WORDS)
  public long opaqueRead() {
    WordArray words = memory.words;
    long sum = 0;
    for (int i = 0; i < words.length(); i++) {
      sum += words.word(i).readOnce();
    }
    return sum;
  }

  /** A pass of WRITE_ONCE over an array. */
  @Benchmark
  @OperationsPerInvocation(Case.WORDS)
  public void opaqueWrite() {
    WordArray words = memory.words;
    for (int i = 0; i < words.length(); i++) {
      words.word(i).writeOnce(i);
    }
  }

  /** A pass of set_bit over an array. */
  @Benchmark
  @OperationsPerInvocation(Case.WORDS)
  public void setBit() {
    WordArray words = memory.words;
    for (int i = 0; i < words.length(); i++) {
      words.word(i).setBit(i & 63);
    }
  }

  /** A pass of test_and_set_bit over an array: a locked, fully ordered instruction. */
  @Benchmark
  @OperationsPerInvocation(Case.WORDS)
  public long testAndSetBit() {
    WordArray words = memory.words;
    long set = 0;
    for (int i = 0; i < words.length(); i++) {
      set += words.word(i).testAndSetBit(i & 63) ? 1 : 0;
    }
    return set;
  }

  /** A pass of load, add and store over an array, each under a lock word. */
  @Benchmark
  @OperationsPerInvocation(Case.WORDS)
  public void underLock() {
    WordArray words = memory.words;
    Word lock = memory.lock;
    for (int i = 0; i < words.length(); i++) {
      lock.awaitCas(0, 1);
      Word word = words.word(i);
      word.writePlain(word.readPlain() + 1);
      lock.storeRelease(0);
    }
  }

  /** The same under the model's spin lock, which also keeps the actor's context. */
  @Benchmark
  @OperationsPerInvocation(Case.WORDS)
  public void underSpinLock() {
    WordArray words = memory.words;
    SpinLock lock = memory.spinLock;
    for (int i = 0; i < words.length(); i++) {
      lock.lock(actor);
      Word word = words.word(i);
      word.writePlain(word.readPlain() + 1);
      lock.unlock(actor);
    }
  }
}
