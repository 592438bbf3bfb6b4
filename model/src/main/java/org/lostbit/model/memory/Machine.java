package org.lostbit.model.memory;

import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * Who executes the operations on cells: the JVM itself, or an explorer that decides what each
 * operation sees.
 *
 * <p>One machine is chosen per JVM, by the system property {@code lostbit.machine} ({@code jvm},
 * the default, or the {@link #name} of a machine that a {@link ServiceLoader} finds). It is a
 * constant to the JIT, which is why the seam costs nothing over bare VarHandles.
 */
public abstract class Machine {
  /** The machine of this JVM. */
  static final Machine MACHINE = chosen();

  private static Machine chosen() {
    String name = System.getProperty("lostbit.machine", JvmMachine.NAME);
    if (name.equals(JvmMachine.NAME)) {
      return new JvmMachine();
    }
    for (Machine machine : ServiceLoader.load(Machine.class, Machine.class.getClassLoader())) {
      if (machine.name().equals(name)) {
        return machine;
      }
    }
    throw new IllegalStateException(
        "lostbit.machine=" + name + " names no machine; use jvm, or add the engine's jar");
  }

  /** The machine of this JVM, for engines. */
  public static Machine current() {
    return MACHINE;
  }

  /** The name by which {@code lostbit.machine} chooses this machine. */
  public abstract String name();

  /** A shared object is being constructed; the answer becomes its identity. */
  protected abstract int born(Shared object);

  /** A cell is being constructed with its first value; the answer becomes its number. */
  protected abstract int register(Cell cell, long initial);

  /** The cell of a ghost is being constructed: it is no memory of the model. */
  protected int registerGhost(Cell cell, long initial) {
    return register(cell, initial);
  }

  /** A load: {@code PLAIN}, {@code RELAXED} or {@code ACQUIRE}. */
  protected abstract long read(Word word, Order order);

  /** A store: {@code PLAIN}, {@code RELAXED} or {@code RELEASE}. */
  protected abstract void write(Word word, long to, Order order);

  /** A read-modify-write that answers the old value. */
  protected abstract long fetch(Rmw rmw, Word word, long operand, Order order);

  /** A read-modify-write without an answer. */
  protected abstract void modify(Rmw rmw, Word word, long operand, Order order);

  /** A load that answers only whether a bit of {@code mask} is set. */
  protected abstract boolean test(Word word, long mask, Order order);

  /** A read-modify-write that answers only whether a bit of {@code mask} was set. */
  protected abstract boolean testAndModify(Rmw rmw, Word word, long mask, Order order);

  /** A compare-and-exchange that answers the old value. */
  protected abstract long cmpxchg(Word word, long expected, long to, Order order);

  /** A compare-and-exchange that answers whether it stored. */
  protected abstract boolean tryCmpxchg(Word word, long expected, long to, Order order);

  /** A load of a pointer: {@code PLAIN} or {@code RELAXED}. */
  protected abstract <T extends Shared> T read(Ref<T> ref, Order order);

  /** A load of a pointer that orders the loads through it. */
  protected abstract <T extends Shared> T rcuDereference(Ref<T> ref);

  /** A store of a pointer: {@code PLAIN}, {@code RELAXED} or {@code RELEASE}. */
  protected abstract <T extends Shared> void write(Ref<T> ref, T to, Order order);

  /** An exchange of a pointer, fully ordered. */
  protected abstract <T extends Shared> T xchg(Ref<T> ref, T to);

  /** A compare-and-exchange of a pointer, fully ordered if it stores. */
  protected abstract <T extends Shared> boolean tryCmpxchg(Ref<T> ref, T expected, T to);

  /** A stand-alone barrier. */
  protected abstract void fence(Barrier barrier);

  /** Waits, with acquire, until the predicate holds. */
  protected abstract void await(Word word, Until until, long operand);

  /** Waits until the word equals {@code expected}, and stores {@code to} in the same instant. */
  protected abstract void awaitCas(Word word, long expected, long to);

  /** Makes an object while a thread runs. */
  protected abstract <T extends Shared> T alloc(Supplier<T> constructor);

  /** Frees an object; of {@code null} it does nothing. */
  protected abstract void kfree(Shared object);

  /** Whether an event of the environment happens now. */
  protected abstract boolean choose(String event);

  /** Looks at all cells at one instant, if this machine can. */
  protected abstract void observe(Observation observation);

  /** Writes a ghost. */
  protected abstract void note(Word ghost, long value);

  /** A thread that holds {@code outer} takes {@code inner}: an edge of the lock order. */
  protected abstract void lockOrder(String outer, String inner);

  /** A property is broken; the answer is what the caller throws to leave the model. */
  protected abstract RuntimeException violated(Violation violation);
}
