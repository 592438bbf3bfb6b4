package org.lostbit.explorer.tree;

import org.lostbit.model.memory.Rmw;

/** What an operation on one cell answers and leaves behind, given the value it meets. */
public final class Effect {
  private Effect() {}

  /** The answer of an operation that meets {@code old}; 0 where it answers nothing. */
  public static long answer(Kind kind, long a, long old) {
    return switch (kind) {
      case READ, FETCH, CMPXCHG -> old;
      case TEST, TEST_MODIFY -> (old & a) != 0 ? 1 : 0;
      case TRY_CMPXCHG -> old == a ? 1 : 0;
      default -> 0;
    };
  }

  /** What the cell holds after a writing operation that met {@code old}. */
  public static long after(Kind kind, Rmw rmw, long a, long b, long old) {
    return switch (kind) {
      case WRITE -> a;
      case FETCH, MODIFY, TEST_MODIFY -> modified(rmw, a, old);
      case CMPXCHG, TRY_CMPXCHG, AWAIT_CAS -> old == a ? b : old;
      default -> old;
    };
  }

  private static long modified(Rmw rmw, long a, long old) {
    return switch (rmw) {
      case XCHG -> a;
      case OR -> old | a;
      case ANDNOT -> old & ~a;
      case ADD -> old + a;
    };
  }
}
