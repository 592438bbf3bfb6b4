package org.lostbit.model.memory;

/**
 * The data predicate that a waiting thread waits for: plain data, so that an engine can compare.
 */
public enum Until {
  /** The word equals the operand. */
  EQUAL {
    @Override
    public boolean holds(long value, long operand) {
      return value == operand;
    }
  },
  /** The word differs from the operand. */
  NOT_EQUAL {
    @Override
    public boolean holds(long value, long operand) {
      return value != operand;
    }
  },
  /** All bits of the operand are clear in the word. */
  BITS_CLEAR {
    @Override
    public boolean holds(long value, long operand) {
      return (value & operand) == 0;
    }
  },
  /** All bits of the operand are set in the word. */
  BITS_SET {
    @Override
    public boolean holds(long value, long operand) {
      return (value & operand) == operand;
    }
  };

  /** Whether a thread that waits for this predicate may go on when the word holds {@code value}. */
  public abstract boolean holds(long value, long operand);
}
