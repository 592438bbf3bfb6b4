package org.lostbit.model.memory;

/**
 * One thread of a scenario as the kernel sees it: {@code current}. It is passed down to whoever
 * needs to know the context; it is confined to its thread.
 *
 * <p>The one class of the model with plain fields that change: an engine that runs the thread again
 * puts them back by {@link #restore}.
 */
public final class Actor {
  private final int index;
  private final String name;
  private Context context = Context.EMPTY;
  private String step = "";

  /** The thread number {@code index} of a scenario, called {@code name} in traces. */
  public Actor(int index, String name) {
    this.index = index;
    this.name = name;
  }

  /** The thread's number in its scenario, from 0. */
  public int index() {
    return index;
  }

  /** The thread's name in traces. */
  public String name() {
    return name;
  }

  /** What this thread holds now. */
  public Context context() {
    return context;
  }

  /** Puts the thread back into a context that it was in, for engines that run it again. */
  public void restore(Context earlier) {
    context = earlier;
    step = "";
  }

  /**
   * The thread comes to a numbered step of the C function it is in, as {@link KernelFunction} lists
   * them.
   */
  public void step(String number) {
    step = number;
  }

  /** The number of the C step that the thread is at. */
  public String step() {
    return step;
  }

  /** {@code might_sleep()}: a violation where the context is atomic. */
  public void mightSleep(String call) {
    String reason = context.atomicReason();
    if (reason != null) {
      throw Memory.violation(
          Violation.Kind.SLEEP_IN_ATOMIC, name + ": " + call + " may sleep, but " + reason);
    }
  }

  /** About to take a lock: records the order, and reports a lock that is already held. */
  public void acquiring(String lockClass, Cell cell) {
    for (Context.Held lock = context.held(); lock != null; lock = lock.next()) {
      if (lock.cell() == cell.id() && lock.lockClass().equals(lockClass)) {
        throw Memory.violation(
            Violation.Kind.DEADLOCK, name + " takes " + lockClass + ", which it holds");
      }
      Machine.MACHINE.lockOrder(lock.lockClass(), lockClass);
    }
  }

  /** A lock was taken. */
  public void acquired(String lockClass, Cell cell, boolean spins) {
    context =
        new Context(
            new Context.Held(lockClass, cell.id(), spins, context.held()),
            context.spinLocks() + (spins ? 1 : 0),
            context.irqsOff(),
            context.rcu(),
            context.srcu());
  }

  /** A lock is given back. Locks may be given back in any order. */
  public void released(String lockClass, Cell cell) {
    Context.Held found = context.held();
    while (found != null && !(found.cell() == cell.id() && found.lockClass().equals(lockClass))) {
      found = found.next();
    }
    if (found == null) {
      throw Memory.violation(
          Violation.Kind.ASSERTION, name + " unlocks " + lockClass + ", which it does not hold");
    }
    context =
        new Context(
            without(context.held(), found),
            context.spinLocks() - (found.spins() ? 1 : 0),
            context.irqsOff(),
            context.rcu(),
            context.srcu());
  }

  private static Context.Held without(Context.Held list, Context.Held gone) {
    if (list.equals(gone)) {
      return gone.next();
    }
    return new Context.Held(
        list.lockClass(), list.cell(), list.spins(), without(list.next(), gone));
  }

  /** {@code local_irq_disable} (+1) and {@code local_irq_enable} (-1). */
  public void irqsOff(int change) {
    context =
        new Context(
            context.held(),
            context.spinLocks(),
            context.irqsOff() + change,
            context.rcu(),
            context.srcu());
  }

  /** {@code rcu_read_lock} (+1) and {@code rcu_read_unlock} (-1). */
  public void rcu(int change) {
    context =
        new Context(
            context.held(),
            context.spinLocks(),
            context.irqsOff(),
            context.rcu() + change,
            context.srcu());
  }

  /** {@code srcu_read_lock} (+1) and {@code srcu_read_unlock} (-1). */
  public void srcu(int change) {
    context =
        new Context(
            context.held(),
            context.spinLocks(),
            context.irqsOff(),
            context.rcu(),
            context.srcu() + change);
  }

  @Override
  public String toString() {
    return name;
  }
}
