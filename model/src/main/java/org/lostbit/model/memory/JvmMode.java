package org.lostbit.model.memory;

/**
 * The table of the JVM machine: kernel operation, VarHandle access, and why that one. The JAM21
 * model of the Java access modes is the measure of strength.
 */
public enum JvmMode {
  /** Plain loads. */
  READ_PLAIN("plain load", "get", "a plain C access may be torn, fused and reordered; so may this"),
  /** Plain stores. */
  WRITE_PLAIN("plain store", "set", "as the plain load"),
  /** READ_ONCE. */
  READ_ONCE("READ_ONCE", "getOpaque", "one access, coherent, unordered: opaque is exactly that"),
  /** WRITE_ONCE. */
  WRITE_ONCE("WRITE_ONCE", "setOpaque", "as READ_ONCE"),
  /** smp_load_acquire. */
  LOAD_ACQUIRE("smp_load_acquire", "getAcquire", "the same word for the same thing"),
  /** smp_store_release. */
  STORE_RELEASE("smp_store_release", "setRelease", "the same word for the same thing"),
  /** set_bit, clear_bit, atomic_or and every _relaxed read-modify-write. */
  RMW_RELAXED(
      "set_bit, clear_bit, atomic_or, *_relaxed",
      "getOpaque and weakCompareAndSetPlain in a loop",
      "Java has no relaxed read-modify-write, and getAndBitwiseOr would order what set_bit does not"),
  /** The _acquire read-modify-writes. */
  RMW_ACQUIRE("*_acquire, test_and_set_bit_lock", "getAndXxxAcquire", "the store half is relaxed"),
  /** The _release read-modify-writes. */
  RMW_RELEASE("*_release, clear_bit_unlock", "getAndXxxRelease", "the load half is relaxed"),
  /** Value-returning read-modify-writes without suffix. */
  RMW_FULL(
      "xchg, fetch_or, fetch_andnot, test_and_set_bit",
      "fullFence, getAndXxx, fullFence",
      "the kernel's is a full barrier on both sides; a volatile access is not one for its plain"
          + " neighbours"),
  /** cmpxchg. */
  CMPXCHG(
      "cmpxchg, try_cmpxchg",
      "fullFence, compareAndExchange, fullFence",
      "a failed cmpxchg has no ordering in the kernel and has it here: stronger, since the answer is"
          + " known too late to leave the first fence out"),
  /** cmpxchg_relaxed. */
  CMPXCHG_RELAXED(
      "cmpxchg_relaxed",
      "getOpaque and weakCompareAndSetPlain in a loop",
      "compareAndExchange exists only from acquire or release upward"),
  /** cmpxchg_acquire. */
  CMPXCHG_ACQUIRE("cmpxchg_acquire", "compareAndExchangeAcquire", "the store half is relaxed"),
  /** cmpxchg_release. */
  CMPXCHG_RELEASE("cmpxchg_release", "compareAndExchangeRelease", "the load half is relaxed"),
  /** xchg of a pointer. */
  XCHG_POINTER("xchg of a pointer", "fullFence, getAndSet, fullFence", "as xchg of a word"),
  /** try_cmpxchg of a pointer. */
  TRY_CMPXCHG_POINTER(
      "try_cmpxchg of a pointer",
      "fullFence, compareAndSet, fullFence",
      "as cmpxchg; nobody asks for the old pointer"),
  /** rcu_dereference. */
  RCU_DEREFERENCE(
      "rcu_dereference", "getAcquire", "Java has no dependency ordering; acquire is a little more"),
  /** rcu_assign_pointer. */
  RCU_ASSIGN_POINTER("rcu_assign_pointer", "setRelease", "the kernel's is a release store"),
  /** smp_mb and kin. */
  SMP_MB("smp_mb, smp_mb__before_atomic, __after_atomic, __after_spinlock", "fullFence", "full"),
  /** smp_rmb. */
  SMP_RMB("smp_rmb", "loadLoadFence", "loads with loads"),
  /** smp_wmb. */
  SMP_WMB("smp_wmb", "storeStoreFence", "stores with stores, and no more"),
  /** Waiting for a predicate. */
  AWAIT("smp_cond_load_acquire", "getAcquire until the predicate holds", "acquire, as in C"),
  /** Taking a spin lock or a mutex. */
  AWAIT_CAS(
      "spin_lock, mutex_lock",
      "weakCompareAndSetAcquire until it stores; getOpaque between the tries",
      "a lock acquires only"),

  /** A note of a property. */
  GHOST(
      "(a ghost)",
      "setOpaque",
      "outside the modelled memory: it must order nothing, and be seen when the threads have ended");

  private final String kernel;
  private final String access;
  private final String reason;

  JvmMode(String kernel, String access, String reason) {
    this.kernel = kernel;
    this.access = access;
    this.reason = reason;
  }

  /** The kernel's operations of this row. */
  public String kernel() {
    return kernel;
  }

  /** The VarHandle access, or fences and accesses, that stand for them. */
  public String access() {
    return access;
  }

  /** Why this access and no other. */
  public String reason() {
    return reason;
  }
}
