package org.lostbit.explorer.tree;

import java.util.function.Supplier;
import org.lostbit.model.memory.Barrier;
import org.lostbit.model.memory.Cell;
import org.lostbit.model.memory.Machine;
import org.lostbit.model.memory.Observation;
import org.lostbit.model.memory.Order;
import org.lostbit.model.memory.Ref;
import org.lostbit.model.memory.Rmw;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Until;
import org.lostbit.model.memory.Violation;
import org.lostbit.model.memory.Word;

/** The machine on which the explorer decides what each operation sees. */
public final class ExploredMachine extends Machine {
  /** Made by {@link java.util.ServiceLoader}. */
  public ExploredMachine() {}

  @Override
  public String name() {
    return "explored";
  }

  private static long operate(Kind kind, Cell cell, long a, long b, Order order, Object detail) {
    return ExplorationThread.mode().operate(new Operation(kind, cell.id(), a, b, order, detail));
  }

  @SuppressWarnings("unchecked") // a Ref<T> holds nothing but a T
  private static <T extends Shared> T load(Kind kind, Ref<T> ref, T to, Order order, Rmw rmw) {
    long identity = operate(kind, ref, identity(to), 0, order, rmw);
    return (T) ExplorationThread.mode().object(identity);
  }

  private static long identity(Shared object) {
    return object == null ? 0 : object.identity();
  }

  @Override
  protected int born(Shared object) {
    return ExplorationThread.mode().born(object);
  }

  @Override
  protected int register(Cell cell, long initial) {
    return ExplorationThread.mode().register(cell, initial);
  }

  @Override
  protected int registerGhost(Cell cell, long initial) {
    return ExplorationThread.mode().registerGhost(cell, initial);
  }

  @Override
  protected long read(Word word, Order order) {
    return operate(Kind.READ, word, 0, 0, order, null);
  }

  @Override
  protected void write(Word word, long to, Order order) {
    operate(Kind.WRITE, word, to, 0, order, null);
  }

  @Override
  protected long fetch(Rmw rmw, Word word, long operand, Order order) {
    return operate(Kind.FETCH, word, operand, 0, order, rmw);
  }

  @Override
  protected void modify(Rmw rmw, Word word, long operand, Order order) {
    operate(Kind.MODIFY, word, operand, 0, order, rmw);
  }

  @Override
  protected boolean test(Word word, long mask, Order order) {
    return operate(Kind.TEST, word, mask, 0, order, null) != 0;
  }

  @Override
  protected boolean testAndModify(Rmw rmw, Word word, long mask, Order order) {
    return operate(Kind.TEST_MODIFY, word, mask, 0, order, rmw) != 0;
  }

  @Override
  protected long cmpxchg(Word word, long expected, long to, Order order) {
    return operate(Kind.CMPXCHG, word, expected, to, order, null);
  }

  @Override
  protected boolean tryCmpxchg(Word word, long expected, long to, Order order) {
    return operate(Kind.TRY_CMPXCHG, word, expected, to, order, null) != 0;
  }

  @Override
  protected <T extends Shared> T read(Ref<T> ref, Order order) {
    return load(Kind.READ, ref, null, order, null);
  }

  @Override
  protected <T extends Shared> T rcuDereference(Ref<T> ref) {
    return load(Kind.READ, ref, null, Order.ACQUIRE, null);
  }

  @Override
  protected <T extends Shared> void write(Ref<T> ref, T to, Order order) {
    operate(Kind.WRITE, ref, identity(to), 0, order, null);
  }

  @Override
  protected <T extends Shared> T xchg(Ref<T> ref, T to) {
    return load(Kind.FETCH, ref, to, Order.FULL, Rmw.XCHG);
  }

  @Override
  protected <T extends Shared> boolean tryCmpxchg(Ref<T> ref, T expected, T to) {
    return operate(Kind.TRY_CMPXCHG, ref, identity(expected), identity(to), Order.FULL, null) != 0;
  }

  @Override
  protected void fence(Barrier barrier) {
    ExplorationThread.mode().operate(new Operation(Kind.FENCE, -1, 0, 0, null, barrier));
  }

  @Override
  protected void await(Word word, Until until, long operand) {
    operate(Kind.AWAIT, word, operand, 0, Order.ACQUIRE, until);
  }

  @Override
  protected void awaitCas(Word word, long expected, long to) {
    operate(Kind.AWAIT_CAS, word, expected, to, Order.ACQUIRE, null);
  }

  @Override
  protected <T extends Shared> T alloc(Supplier<T> constructor) {
    return ExplorationThread.mode().alloc(constructor);
  }

  @Override
  protected void kfree(Shared object) {
    ExplorationThread.mode().kfree(object);
  }

  @Override
  protected boolean choose(String event) {
    return ExplorationThread.mode().choose(event);
  }

  @Override
  protected void observe(Observation observation) {
    ExplorationThread.mode().observe(observation);
  }

  @Override
  protected void note(Word ghost, long value) {
    ExplorationThread.mode().note(ghost.id(), value);
  }

  @Override
  protected void lockOrder(String outer, String inner) {
    ExplorationThread.mode().lockOrder(outer, inner);
  }

  @Override
  protected RuntimeException violated(Violation violation) {
    return ExplorationThread.mode().violated(violation);
  }
}
