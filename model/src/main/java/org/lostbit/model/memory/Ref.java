package org.lostbit.model.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A pointer that threads share; {@code null} is the kernel's NULL. */
public final class Ref<T extends Shared> extends Cell {
  static final VarHandle TARGET = targetHandle();

  /** The pointer on the JVM machine; unused on the explored machine. */
  @SuppressWarnings("UnusedVariable") // read and written through TARGET
  private T target;

  /** A pointer called {@code owner->name}. */
  public Ref(Shared owner, String name, T initial) {
    super(owner, name, -1, initial == null ? 0 : initial.identity(), false);
    this.target = initial;
  }

  private static VarHandle targetHandle() {
    try {
      return MethodHandles.lookup().findVarHandle(Ref.class, "target", Shared.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /** A plain C load of the pointer. */
  public T readPlain() {
    return Machine.MACHINE.read(this, Order.PLAIN);
  }

  /** A plain C store of the pointer. */
  public void writePlain(T to) {
    Machine.MACHINE.write(this, to, Order.PLAIN);
  }

  /** {@code READ_ONCE}. */
  public T readOnce() {
    return Machine.MACHINE.read(this, Order.RELAXED);
  }

  /** {@code WRITE_ONCE}. */
  public void writeOnce(T to) {
    Machine.MACHINE.write(this, to, Order.RELAXED);
  }

  /** {@code rcu_dereference}: loads through the pointer are ordered after the load of it. */
  public T rcuDereference() {
    return Machine.MACHINE.rcuDereference(this);
  }

  /** {@code rcu_assign_pointer}: a release store. */
  public void rcuAssignPointer(T to) {
    Machine.MACHINE.write(this, to, Order.RELEASE);
  }

  /** {@code xchg}: full barrier; the old pointer. */
  public T xchg(T to) {
    return Machine.MACHINE.xchg(this, to);
  }

  /** {@code try_cmpxchg}: full barrier if it stores. */
  public boolean tryCmpxchg(T expected, T to) {
    return Machine.MACHINE.tryCmpxchg(this, expected, to);
  }
}
