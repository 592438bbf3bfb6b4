package org.lostbit.explorer.tree;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.lostbit.model.memory.Cell;
import org.lostbit.model.memory.Observation;
import org.lostbit.model.memory.Rmw;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Until;
import org.lostbit.model.memory.Violation;

/** The run is being built: one thread, and every operation acts at once on the first memory. */
final class SetUp implements Mode {
  private final Heap heap;
  private final Set<LockEdge> locks = new LinkedHashSet<>();

  SetUp(Heap heap) {
    this.heap = heap;
  }

  Set<LockEdge> locks() {
    return locks;
  }

  @Override
  public long operate(Operation operation) {
    Kind kind = operation.kind();
    int cell = operation.cell();
    if (cell < 0) {
      return 0;
    }
    if (heap.status(cell) == Heap.FREED) {
      throw new BrokenModel("the set-up touches " + heap.label(cell) + ", which it freed");
    }
    long old = heap.initial(cell);
    boolean waits =
        switch (kind) {
          case AWAIT -> !((Until) operation.detail()).holds(old, operation.a());
          case AWAIT_CAS -> old != operation.a();
          default -> false;
        };
    if (waits) {
      throw new BrokenModel(
          "the set-up waits for " + heap.label(cell) + ", and there is nobody who could change it");
    }
    if (kind.writes()) {
      Rmw rmw = operation.detail() instanceof Rmw r ? r : null;
      heap.setInitial(cell, Effect.after(kind, rmw, operation.a(), operation.b(), old));
    }
    return Effect.answer(kind, operation.a(), old);
  }

  @Override
  public int born(Shared object) {
    return heap.add(object);
  }

  @Override
  public int register(Cell cell, long initial) {
    return heap.add(cell, initial, Heap.LIVE);
  }

  @Override
  public int registerGhost(Cell cell, long initial) {
    return heap.addGhost(cell, initial, Heap.LIVE);
  }

  @Override
  public <T extends Shared> T alloc(Supplier<T> constructor) {
    return constructor.get();
  }

  @Override
  public void kfree(Shared object) {
    if (object != null) {
      heap.free(object.identity());
    }
  }

  /** Nothing unusual happens while a scenario is set up. */
  @Override
  public boolean choose(String event) {
    return false;
  }

  @Override
  public void observe(Observation observation) {}

  @Override
  public void note(int cell, long value) {
    heap.setInitial(cell, value);
  }

  @Override
  public void lockOrder(String outer, String inner) {
    locks.add(new LockEdge(outer, inner));
  }

  @Override
  public RuntimeException violated(Violation violation) {
    throw new BrokenModel("the set-up breaks a property by itself: " + violation);
  }

  @Override
  public Shared object(long identity) {
    return heap.object(identity);
  }
}
