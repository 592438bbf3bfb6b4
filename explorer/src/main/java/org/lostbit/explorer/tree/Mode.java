package org.lostbit.explorer.tree;

import java.util.function.Supplier;
import org.lostbit.model.memory.Cell;
import org.lostbit.model.memory.Observation;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Violation;

/** What an operation of the model means at the moment: set-up, the run of a thread, or a look. */
interface Mode {
  /** An operation; the answer, or 0. */
  long operate(Operation operation);

  int born(Shared object);

  int register(Cell cell, long initial);

  int registerGhost(Cell cell, long initial);

  <T extends Shared> T alloc(Supplier<T> constructor);

  void kfree(Shared object);

  boolean choose(String event);

  void observe(Observation observation);

  void note(int cell, long value);

  void lockOrder(String outer, String inner);

  RuntimeException violated(Violation violation);

  /** The object of an identity; {@code null} for 0. */
  Shared object(long identity);
}
