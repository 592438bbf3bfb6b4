package org.lostbit.explorer.tree;

import java.util.Arrays;
import java.util.function.Supplier;
import org.lostbit.model.memory.Cell;
import org.lostbit.model.memory.Observation;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Violation;

/** Somebody looks at one instant of the memory: reads are answered, all else is an error. */
final class Look implements Mode {
  private final Heap heap;
  private final Instant memory;
  private int[] seen = new int[16];
  private int count;

  Look(Heap heap, Instant memory) {
    this.heap = heap;
    this.memory = memory;
  }

  /** The cells that were read, with repetitions. */
  int[] seen() {
    return Arrays.copyOf(seen, count);
  }

  @Override
  public long operate(Operation operation) {
    Kind kind = operation.kind();
    if (kind != Kind.READ && kind != Kind.TEST) {
      throw new BrokenModel(
          "an observation or a final check does "
              + kind
              + (operation.cell() < 0 ? "" : " on " + heap.label(operation.cell()))
              + "; it may only read");
    }
    if (count == seen.length) {
      seen = Arrays.copyOf(seen, 2 * count);
    }
    seen[count++] = operation.cell();
    if (memory.freed(operation.cell())) {
      throw new FreedRead(heap.label(operation.cell()));
    }
    return Effect.answer(kind, operation.a(), memory.value(operation.cell()));
  }

  private static BrokenModel forbidden(String what) {
    return new BrokenModel("an observation or a final check " + what + "; it may only read");
  }

  @Override
  public int born(Shared object) {
    throw forbidden("makes the shared object " + object.label());
  }

  @Override
  public int register(Cell cell, long initial) {
    throw forbidden("makes the cell " + cell.label());
  }

  @Override
  public int registerGhost(Cell cell, long initial) {
    throw forbidden("makes the ghost " + cell.label());
  }

  @Override
  public <T extends Shared> T alloc(Supplier<T> constructor) {
    throw forbidden("allocates an object");
  }

  @Override
  public void kfree(Shared object) {
    throw forbidden("frees " + object.label());
  }

  @Override
  public boolean choose(String event) {
    throw forbidden("asks whether " + event + " happens");
  }

  @Override
  public void observe(Observation observation) {
    throw forbidden("observes in turn");
  }

  @Override
  public void note(int cell, long value) {
    throw forbidden("writes the ghost " + heap.label(cell));
  }

  @Override
  public void lockOrder(String outer, String inner) {
    throw forbidden("takes the lock " + inner);
  }

  @Override
  public RuntimeException violated(Violation violation) {
    throw forbidden("runs into a violation (" + violation + "); it should answer it");
  }

  @Override
  public Shared object(long identity) {
    return heap.object(identity);
  }
}
