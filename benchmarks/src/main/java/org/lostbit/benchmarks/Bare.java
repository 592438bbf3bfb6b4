package org.lostbit.benchmarks;

import java.lang.invoke.VarHandle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The cases by hand: the very accesses that the JVM machine's table names, and no others. */
@State(Scope.Thread)
public class Bare {
  private final BareWords words = new BareWords(Case.WORDS);
  private final BareWord lock = new BareWord(this, "lock", -1);

  /** READ_ONCE is getOpaque. */
  @Benchmark
  @OperationsPerInvocation(Case.WORDS)
  public long opaqueRead() {
    BareWords all = words;
    long sum = 0;
    for (int i = 0; i < all.length(); i++) {
      sum += (long) BareWord.VALUE.getOpaque(all.word(i));
    }
    return sum;
  }

  /** WRITE_ONCE is setOpaque. */
  @Benchmark
  @OperationsPerInvocation(Case.WORDS)
  public void opaqueWrite() {
    BareWords all = words;
    for (int i = 0; i < all.length(); i++) {
      BareWord.VALUE.setOpaque(all.word(i), (long) i);
    }
  }

  /** set_bit is a loop around the weak, plain compare-and-set. */
  @Benchmark
  @OperationsPerInvocation(Case.WORDS)
  public void setBit() {
    BareWords all = words;
    for (int i = 0; i < all.length(); i++) {
      BareWord word = all.word(i);
      long mask = 1L << (i & 63);
      long old;
      do {
        old = (long) BareWord.VALUE.getOpaque(word);
      } while (!BareWord.VALUE.weakCompareAndSetPlain(word, old, old | mask));
    }
  }

  /** test_and_set_bit is getAndBitwiseOr between two full fences. */
  @Benchmark
  @OperationsPerInvocation(Case.WORDS)
  public long testAndSetBit() {
    BareWords all = words;
    long set = 0;
    for (int i = 0; i < all.length(); i++) {
      long mask = 1L << (i & 63);
      VarHandle.fullFence();
      long old = (long) BareWord.VALUE.getAndBitwiseOr(all.word(i), mask);
      VarHandle.fullFence();
      set += (old & mask) != 0 ? 1 : 0;
    }
    return set;
  }

  /** A lock is weakCompareAndSetAcquire and setRelease; plain get and set between them. */
  @Benchmark
  @OperationsPerInvocation(Case.WORDS)
  @SuppressWarnings("ThreadPriorityCheck") // as the machine's own wait strategy
  public void underLock() {
    BareWords all = words;
    BareWord taken = lock;
    for (int i = 0; i < all.length(); i++) {
      while (!BareWord.VALUE.weakCompareAndSetAcquire(taken, 0L, 1L)) {
        Thread.onSpinWait();
        Thread.yield();
      }
      BareWord word = all.word(i);
      BareWord.VALUE.set(word, (long) BareWord.VALUE.get(word) + 1);
      BareWord.VALUE.setRelease(taken, 0L);
    }
  }

  /** Nothing but the accesses of the spin lock: what is compared with it is no context at all. */
  @Benchmark
  @OperationsPerInvocation(Case.WORDS)
  public void underSpinLock() {
    underLock();
  }
}
