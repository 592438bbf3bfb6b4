package org.lostbit.model.memory;

import java.lang.invoke.VarHandle;
import java.util.function.Supplier;

/**
 * The machine that is the JVM: every operation is the VarHandle access whose strength is nearest to
 * the kernel's, and never stronger where a weaker one exists. {@link JvmMode} is the table, row by
 * row, with the reason for each.
 */
final class JvmMachine extends Machine {
  static final String NAME = "jvm";

  /** A constant to the JIT: in a field of the object it would be looked up at every store. */
  private static final WaitStrategy WAITING = WaitStrategy.chosen();

  JvmMachine() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  protected int born(Shared object) {
    return 0;
  }

  @Override
  protected int register(Cell cell, long initial) {
    return 0;
  }

  @Override
  protected long read(Word word, Order order) {
    if (order == Order.PLAIN) {
      return (long) Word.VALUE.get(word);
    }
    if (order == Order.ACQUIRE) {
      return (long) Word.VALUE.getAcquire(word);
    }
    return (long) Word.VALUE.getOpaque(word);
  }

  @Override
  protected void write(Word word, long to, Order order) {
    if (order == Order.PLAIN) {
      Word.VALUE.set(word, to);
    } else if (order == Order.RELEASE) {
      Word.VALUE.setRelease(word, to);
    } else {
      Word.VALUE.setOpaque(word, to);
    }
    WAITING.changed();
  }

  @Override
  protected long fetch(Rmw rmw, Word word, long operand, Order order) {
    long old;
    if (order == Order.FULL) {
      VarHandle.fullFence();
      old = fetchVolatile(rmw, word, operand);
      VarHandle.fullFence();
    } else if (order == Order.ACQUIRE) {
      old = fetchAcquire(rmw, word, operand);
    } else if (order == Order.RELEASE) {
      old = fetchRelease(rmw, word, operand);
    } else {
      old = fetchRelaxed(rmw, word, operand);
    }
    WAITING.changed();
    return old;
  }

  private static long fetchVolatile(Rmw rmw, Word word, long operand) {
    if (rmw == Rmw.XCHG) {
      return (long) Word.VALUE.getAndSet(word, operand);
    }
    if (rmw == Rmw.OR) {
      return (long) Word.VALUE.getAndBitwiseOr(word, operand);
    }
    if (rmw == Rmw.ANDNOT) {
      return (long) Word.VALUE.getAndBitwiseAnd(word, ~operand);
    }
    return (long) Word.VALUE.getAndAdd(word, operand);
  }

  private static long fetchAcquire(Rmw rmw, Word word, long operand) {
    if (rmw == Rmw.XCHG) {
      return (long) Word.VALUE.getAndSetAcquire(word, operand);
    }
    if (rmw == Rmw.OR) {
      return (long) Word.VALUE.getAndBitwiseOrAcquire(word, operand);
    }
    if (rmw == Rmw.ANDNOT) {
      return (long) Word.VALUE.getAndBitwiseAndAcquire(word, ~operand);
    }
    return (long) Word.VALUE.getAndAddAcquire(word, operand);
  }

  private static long fetchRelease(Rmw rmw, Word word, long operand) {
    if (rmw == Rmw.XCHG) {
      return (long) Word.VALUE.getAndSetRelease(word, operand);
    }
    if (rmw == Rmw.OR) {
      return (long) Word.VALUE.getAndBitwiseOrRelease(word, operand);
    }
    if (rmw == Rmw.ANDNOT) {
      return (long) Word.VALUE.getAndBitwiseAndRelease(word, ~operand);
    }
    return (long) Word.VALUE.getAndAddRelease(word, operand);
  }

  /** Java has no relaxed read-modify-write: a loop around the plain, weak compare-and-set. */
  private static long fetchRelaxed(Rmw rmw, Word word, long operand) {
    long old;
    do {
      old = (long) Word.VALUE.getOpaque(word);
    } while (!Word.VALUE.weakCompareAndSetPlain(word, old, rmw.apply(old, operand)));
    return old;
  }

  @Override
  protected void modify(Rmw rmw, Word word, long operand, Order order) {
    if (order == Order.FULL) {
      VarHandle.fullFence();
      fetchVolatile(rmw, word, operand);
      VarHandle.fullFence();
    } else if (order == Order.RELEASE) {
      fetchRelease(rmw, word, operand);
    } else if (order == Order.RELAXED) {
      fetchRelaxed(rmw, word, operand);
    } else {
      throw unused("modify", order);
    }
    WAITING.changed();
  }

  private static IllegalArgumentException unused(String operation, Order order) {
    return new IllegalArgumentException(
        operation + " with the order " + order + " has no row in the table of modes");
  }

  @Override
  protected boolean test(Word word, long mask, Order order) {
    return (read(word, order) & mask) != 0;
  }

  @Override
  protected boolean testAndModify(Rmw rmw, Word word, long mask, Order order) {
    return (fetch(rmw, word, mask, order) & mask) != 0;
  }

  @Override
  protected long cmpxchg(Word word, long expected, long to, Order order) {
    long old;
    if (order == Order.FULL) {
      VarHandle.fullFence();
      old = (long) Word.VALUE.compareAndExchange(word, expected, to);
      VarHandle.fullFence();
    } else if (order == Order.ACQUIRE) {
      old = (long) Word.VALUE.compareAndExchangeAcquire(word, expected, to);
    } else if (order == Order.RELEASE) {
      old = (long) Word.VALUE.compareAndExchangeRelease(word, expected, to);
    } else {
      old = cmpxchgRelaxed(word, expected, to);
    }
    WAITING.changed();
    return old;
  }

  private static long cmpxchgRelaxed(Word word, long expected, long to) {
    while (true) {
      long old = (long) Word.VALUE.getOpaque(word);
      if (old != expected || Word.VALUE.weakCompareAndSetPlain(word, expected, to)) {
        return old;
      }
    }
  }

  @Override
  protected boolean tryCmpxchg(Word word, long expected, long to, Order order) {
    return cmpxchg(word, expected, to, order) == expected;
  }

  @Override
  @SuppressWarnings("unchecked") // a Ref<T> holds nothing but a T
  protected <T extends Shared> T read(Ref<T> ref, Order order) {
    if (order == Order.PLAIN) {
      return (T) Ref.TARGET.get(ref);
    }
    if (order == Order.RELAXED) {
      return (T) Ref.TARGET.getOpaque(ref);
    }
    throw unused("read of a pointer", order);
  }

  @Override
  @SuppressWarnings("unchecked") // a Ref<T> holds nothing but a T
  protected <T extends Shared> T rcuDereference(Ref<T> ref) {
    return (T) Ref.TARGET.getAcquire(ref);
  }

  @Override
  protected <T extends Shared> void write(Ref<T> ref, T to, Order order) {
    if (order == Order.PLAIN) {
      Ref.TARGET.set(ref, to);
    } else if (order == Order.RELEASE) {
      Ref.TARGET.setRelease(ref, to);
    } else {
      Ref.TARGET.setOpaque(ref, to);
    }
    WAITING.changed();
  }

  @Override
  @SuppressWarnings("unchecked") // a Ref<T> holds nothing but a T
  protected <T extends Shared> T xchg(Ref<T> ref, T to) {
    VarHandle.fullFence();
    T old = (T) Ref.TARGET.getAndSet(ref, to);
    VarHandle.fullFence();
    WAITING.changed();
    return old;
  }

  @Override
  protected <T extends Shared> boolean tryCmpxchg(Ref<T> ref, T expected, T to) {
    VarHandle.fullFence();
    boolean stored = Ref.TARGET.compareAndSet(ref, expected, to);
    VarHandle.fullFence();
    WAITING.changed();
    return stored;
  }

  @Override
  protected void fence(Barrier barrier) {
    if (barrier == Barrier.SMP_RMB) {
      VarHandle.loadLoadFence();
    } else if (barrier == Barrier.SMP_WMB) {
      VarHandle.storeStoreFence();
    } else {
      VarHandle.fullFence();
    }
  }

  @Override
  protected void await(Word word, Until until, long operand) {
    WAITING.until(new Awaited(word, until, operand));
  }

  @Override
  protected void awaitCas(Word word, long expected, long to) {
    if (!(boolean) Word.VALUE.weakCompareAndSetAcquire(word, expected, to)) {
      WAITING.until(new AwaitedCas(word, expected, to));
    }
  }

  @Override
  protected <T extends Shared> T alloc(Supplier<T> constructor) {
    return constructor.get();
  }

  @Override
  protected void kfree(Shared object) {
    if (object != null) {
      object.poison();
    }
  }

  /** A sampler meets an event as soon as it is offered: its runs must not differ by chance. */
  @Override
  protected boolean choose(String event) {
    return true;
  }

  /** No instant of a running JVM can be looked at as a whole. */
  @Override
  protected void observe(Observation observation) {}

  @Override
  protected void note(Word ghost, long value) {
    Word.VALUE.setOpaque(ghost, value);
  }

  /** Inversions are collected over all executions, which only the explorer sees. */
  @Override
  protected void lockOrder(String outer, String inner) {}

  @Override
  protected RuntimeException violated(Violation violation) {
    return new ModelViolation(violation);
  }

  private record Awaited(Word word, Until until, long operand) implements WaitStrategy.Attempt {
    @Override
    public boolean succeeds() {
      return until.holds((long) Word.VALUE.getAcquire(word), operand);
    }

    @Override
    public boolean ready() {
      return until.holds((long) Word.VALUE.getOpaque(word), operand);
    }
  }

  private record AwaitedCas(Word word, long expected, long to) implements WaitStrategy.Attempt {
    @Override
    public boolean succeeds() {
      return (long) Word.VALUE.getOpaque(word) == expected
          && Word.VALUE.weakCompareAndSetAcquire(word, expected, to);
    }

    @Override
    public boolean ready() {
      return (long) Word.VALUE.getOpaque(word) == expected;
    }
  }
}
