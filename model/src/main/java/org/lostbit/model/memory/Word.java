package org.lostbit.model.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A 64-bit memory location ({@code unsigned long}) with the kernel's operations on it. */
public final class Word extends Cell {
  /** What freed memory holds: {@code POISON_FREE} in every byte (include/linux/poison.h). */
  public static final long POISON = 0x6b6b6b6b6b6b6b6bL;

  static final VarHandle VALUE = valueHandle();

  /** The value on the JVM machine; unused on the explored machine. */
  @SuppressWarnings("UnusedVariable") // read and written through VALUE
  private long value;

  /** A word called {@code owner->name}. The initial value is there before any thread runs. */
  public Word(Shared owner, String name, long initial) {
    this(owner, name, -1, initial);
  }

  Word(Shared owner, String name, int index, long initial) {
    this(owner, name, index, initial, false);
  }

  Word(Shared owner, String name, int index, long initial, boolean ghost) {
    super(owner, name, index, initial, ghost);
    this.value = initial;
  }

  private static VarHandle valueHandle() {
    try {
      return MethodHandles.lookup().findVarHandle(Word.class, "value", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  // ---- loads and stores ----------------------------------------------------------------------

  /** A plain C load. */
  public long readPlain() {
    return Machine.MACHINE.read(this, Order.PLAIN);
  }

  /** A plain C store. */
  public void writePlain(long to) {
    Machine.MACHINE.write(this, to, Order.PLAIN);
  }

  /** {@code READ_ONCE}. */
  public long readOnce() {
    return Machine.MACHINE.read(this, Order.RELAXED);
  }

  /** {@code WRITE_ONCE}. */
  public void writeOnce(long to) {
    Machine.MACHINE.write(this, to, Order.RELAXED);
  }

  /** {@code smp_load_acquire}. */
  public long loadAcquire() {
    return Machine.MACHINE.read(this, Order.ACQUIRE);
  }

  /** {@code smp_store_release}. */
  public void storeRelease(long to) {
    Machine.MACHINE.write(this, to, Order.RELEASE);
  }

  // ---- value-returning read-modify-writes ----------------------------------------------------

  /** {@code xchg}: full barrier; the old value. */
  public long xchg(long to) {
    return Machine.MACHINE.fetch(Rmw.XCHG, this, to, Order.FULL);
  }

  /** {@code xchg_relaxed}, {@code _acquire}, {@code _release}: the old value. */
  public long xchg(long to, Order order) {
    return Machine.MACHINE.fetch(Rmw.XCHG, this, to, order);
  }

  /** {@code atomic_long_fetch_or}: full barrier; the old value. */
  public long fetchOr(long bits) {
    return Machine.MACHINE.fetch(Rmw.OR, this, bits, Order.FULL);
  }

  /** {@code atomic_long_fetch_or_relaxed} and kin: the old value. */
  public long fetchOr(long bits, Order order) {
    return Machine.MACHINE.fetch(Rmw.OR, this, bits, order);
  }

  /** {@code atomic_long_fetch_andnot}: full barrier; the old value. */
  public long fetchAndnot(long bits) {
    return Machine.MACHINE.fetch(Rmw.ANDNOT, this, bits, Order.FULL);
  }

  /** {@code atomic_long_fetch_andnot_relaxed} and kin: the old value. */
  public long fetchAndnot(long bits, Order order) {
    return Machine.MACHINE.fetch(Rmw.ANDNOT, this, bits, order);
  }

  /** {@code atomic_long_fetch_add}: full barrier; the old value. */
  public long fetchAdd(long delta) {
    return Machine.MACHINE.fetch(Rmw.ADD, this, delta, Order.FULL);
  }

  /** {@code atomic_long_fetch_add_relaxed} and kin: the old value. */
  public long fetchAdd(long delta, Order order) {
    return Machine.MACHINE.fetch(Rmw.ADD, this, delta, order);
  }

  /** {@code cmpxchg}: full barrier if it stores, no ordering if it does not; the old value. */
  public long cmpxchg(long expected, long to) {
    return Machine.MACHINE.cmpxchg(this, expected, to, Order.FULL);
  }

  /** {@code cmpxchg_relaxed} and kin: the old value. */
  public long cmpxchg(long expected, long to, Order order) {
    return Machine.MACHINE.cmpxchg(this, expected, to, order);
  }

  /** {@code try_cmpxchg}: as {@link #cmpxchg}, for callers that only ask whether it stored. */
  public boolean tryCmpxchg(long expected, long to) {
    return Machine.MACHINE.tryCmpxchg(this, expected, to, Order.FULL);
  }

  /** {@code try_cmpxchg_relaxed} and kin. */
  public boolean tryCmpxchg(long expected, long to, Order order) {
    return Machine.MACHINE.tryCmpxchg(this, expected, to, order);
  }

  // ---- bit operations (bit numbers 0 to 63) --------------------------------------------------

  /** {@code test_bit}: a relaxed load that answers one bit. */
  public boolean testBit(int bit) {
    return Machine.MACHINE.test(this, 1L << bit, Order.RELAXED);
  }

  /** {@code set_bit}: atomic, unordered (Documentation/atomic_bitops.txt). */
  public void setBit(int bit) {
    Machine.MACHINE.modify(Rmw.OR, this, 1L << bit, Order.RELAXED);
  }

  /** {@code clear_bit}: atomic, unordered. */
  public void clearBit(int bit) {
    Machine.MACHINE.modify(Rmw.ANDNOT, this, 1L << bit, Order.RELAXED);
  }

  /** {@code clear_bit_unlock}: atomic, release. */
  public void clearBitUnlock(int bit) {
    Machine.MACHINE.modify(Rmw.ANDNOT, this, 1L << bit, Order.RELEASE);
  }

  /** {@code test_and_set_bit}: full barrier; whether the bit was set before. */
  public boolean testAndSetBit(int bit) {
    return Machine.MACHINE.testAndModify(Rmw.OR, this, 1L << bit, Order.FULL);
  }

  /** {@code test_and_set_bit} whose answer is ignored: atomic, full barrier. */
  public void testAndSetBitIgnored(int bit) {
    Machine.MACHINE.modify(Rmw.OR, this, 1L << bit, Order.FULL);
  }

  /** {@code test_and_set_bit_lock}: acquire if it set the bit; whether it was set before. */
  public boolean testAndSetBitLock(int bit) {
    return Machine.MACHINE.testAndModify(Rmw.OR, this, 1L << bit, Order.ACQUIRE);
  }

  /** {@code test_and_clear_bit}: full barrier; whether the bit was set before. */
  public boolean testAndClearBit(int bit) {
    return Machine.MACHINE.testAndModify(Rmw.ANDNOT, this, 1L << bit, Order.FULL);
  }

  /** {@code __set_bit}: not atomic, a plain load, an or and a plain store. */
  public void nonAtomicSetBit(int bit) {
    writePlain(readPlain() | 1L << bit);
  }

  /** {@code __clear_bit}: not atomic. */
  public void nonAtomicClearBit(int bit) {
    writePlain(readPlain() & ~(1L << bit));
  }

  // ---- read-modify-writes without an answer --------------------------------------------------

  /** {@code atomic_long_or}: atomic, unordered. */
  public void atomicOr(long bits) {
    Machine.MACHINE.modify(Rmw.OR, this, bits, Order.RELAXED);
  }

  /** {@code atomic_long_andnot}: atomic, unordered. */
  public void atomicAndnot(long bits) {
    Machine.MACHINE.modify(Rmw.ANDNOT, this, bits, Order.RELAXED);
  }

  /** {@code atomic_long_add}: atomic, unordered. */
  public void atomicAdd(long delta) {
    Machine.MACHINE.modify(Rmw.ADD, this, delta, Order.RELAXED);
  }

  // ---- waiting -------------------------------------------------------------------------------

  /** {@code smp_cond_load_acquire}: waits until the predicate holds for this word. */
  public void await(Until until, long operand) {
    Machine.MACHINE.await(this, until, operand);
  }

  /** Waits until the word equals {@code expected} and stores {@code to} at once, with acquire. */
  public void awaitCas(long expected, long to) {
    Machine.MACHINE.awaitCas(this, expected, to);
  }
}
