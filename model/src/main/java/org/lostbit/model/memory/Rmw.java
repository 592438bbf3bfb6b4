package org.lostbit.model.memory;

/** What a read-modify-write makes of the old value of a {@link Word} and its operand. */
public enum Rmw {
  /** {@code xchg}: the operand replaces the old value. */
  XCHG {
    @Override
    public long apply(long old, long operand) {
      return operand;
    }
  },
  /** {@code atomic_or}, {@code set_bit}: the operand's bits are set. */
  OR {
    @Override
    public long apply(long old, long operand) {
      return old | operand;
    }
  },
  /** {@code atomic_andnot}, {@code clear_bit}: the operand's bits are cleared. */
  ANDNOT {
    @Override
    public long apply(long old, long operand) {
      return old & ~operand;
    }
  },
  /** {@code atomic_add}: the operand is added. */
  ADD {
    @Override
    public long apply(long old, long operand) {
      return old + operand;
    }
  };

  /** The new value of a word that held {@code old}. */
  public abstract long apply(long old, long operand);
}
