package org.lostbit.explorer.tree;

import org.lostbit.model.memory.Barrier;
import org.lostbit.model.memory.Order;
import org.lostbit.model.memory.Rmw;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Until;

/** Operations and values in C's words. */
public final class Wording {
  private Wording() {}

  /** An operation, such as {@code xchg(&slot8->dirty_bitmap[0], 0x0)}. */
  public static String of(Operation op, Heap heap) {
    return switch (op.kind()) {
      case READ -> read(op, heap);
      case WRITE -> write(op, heap);
      case FETCH -> fetch((Rmw) op.detail(), op, heap);
      case MODIFY -> modify((Rmw) op.detail(), op, heap);
      case TEST -> call("test_bit", bits(op.a()), "&" + cell(op, heap));
      case TEST_MODIFY -> testModify((Rmw) op.detail(), op, heap);
      case CMPXCHG -> exchange("cmpxchg", op, heap);
      case TRY_CMPXCHG -> exchange("try_cmpxchg", op, heap);
      case AWAIT -> "await(" + cell(op, heap) + predicate(op, heap) + ")";
      case AWAIT_CAS -> exchange("await_cmpxchg", op, heap);
      case FENCE -> fence((Barrier) op.detail());
      case ALLOC -> "kmalloc()";
      case KFREE -> "kfree(" + object(op.a(), heap) + ")";
      case CHOOSE -> "event " + op.detail();
      case OBSERVE -> "observe";
      case VIOLATE -> String.valueOf(op.detail());
      case CUT -> "the bound on depth";
      case END -> "end";
    };
  }

  /** A value of a cell, as reports print it. */
  public static String value(int cell, long value, Heap heap) {
    if (cell >= 0 && heap.isPointer(cell)) {
      return object(value, heap);
    }
    return "0x" + Long.toHexString(value);
  }

  private static String object(long identity, Heap heap) {
    if (identity == 0) {
      return "NULL";
    }
    Shared object = heap.object(identity);
    return object == null ? "0x" + Long.toHexString(identity) : object.label();
  }

  private static String cell(Operation op, Heap heap) {
    return heap.label(op.cell());
  }

  private static String call(String name, String... arguments) {
    return name + "(" + String.join(", ", arguments) + ")";
  }

  private static String suffix(Order order) {
    return switch (order) {
      case RELAXED -> "_relaxed";
      case ACQUIRE -> "_acquire";
      case RELEASE -> "_release";
      default -> "";
    };
  }

  private static String read(Operation op, Heap heap) {
    String cell = cell(op, heap);
    return switch (op.order()) {
      case PLAIN -> "read " + cell;
      case ACQUIRE ->
          heap.isPointer(op.cell())
              ? call("rcu_dereference", cell)
              : call("smp_load_acquire", "&" + cell);
      default -> call("READ_ONCE", cell);
    };
  }

  private static String write(Operation op, Heap heap) {
    String cell = cell(op, heap);
    String to = value(op.cell(), op.a(), heap);
    if (op.order() == Order.PLAIN) {
      return cell + " = " + to;
    }
    if (op.order() == Order.RELEASE) {
      return heap.isPointer(op.cell())
          ? call("rcu_assign_pointer", cell, to)
          : call("smp_store_release", "&" + cell, to);
    }
    return call("WRITE_ONCE", cell, to);
  }

  private static String fetch(Rmw rmw, Operation op, Heap heap) {
    String cell = "&" + cell(op, heap);
    String operand = value(op.cell(), op.a(), heap);
    String name =
        switch (rmw) {
          case XCHG -> "xchg";
          case OR -> "fetch_or";
          case ANDNOT -> "fetch_andnot";
          case ADD -> "fetch_add";
        };
    return rmw == Rmw.XCHG
        ? call(name + suffix(op.order()), cell, operand)
        : call(name + suffix(op.order()), operand, cell);
  }

  private static String modify(Rmw rmw, Operation op, Heap heap) {
    String cell = "&" + cell(op, heap);
    boolean oneBit = Long.bitCount(op.a()) == 1;
    String operand = value(op.cell(), op.a(), heap);
    return switch (rmw) {
      case OR -> oneBit ? call("set_bit", bits(op.a()), cell) : call("atomic_or", operand, cell);
      case ANDNOT ->
          oneBit
              ? call(
                  op.order() == Order.RELEASE ? "clear_bit_unlock" : "clear_bit",
                  bits(op.a()),
                  cell)
              : call("atomic_andnot", operand, cell);
      case ADD -> call("atomic_add", Long.toString(op.a()), cell);
      case XCHG -> call("xchg" + suffix(op.order()), cell, operand);
    };
  }

  private static String testModify(Rmw rmw, Operation op, Heap heap) {
    String cell = "&" + cell(op, heap);
    String name =
        switch (rmw) {
          case OR -> op.order() == Order.ACQUIRE ? "test_and_set_bit_lock" : "test_and_set_bit";
          case ANDNOT -> "test_and_clear_bit";
          default -> "test_and_" + rmw;
        };
    return call(name, bits(op.a()), cell);
  }

  private static String exchange(String name, Operation op, Heap heap) {
    return call(
        name + (op.kind() == Kind.AWAIT_CAS ? "" : suffix(op.order())),
        "&" + cell(op, heap),
        value(op.cell(), op.a(), heap),
        value(op.cell(), op.b(), heap));
  }

  private static String predicate(Operation op, Heap heap) {
    String operand = value(op.cell(), op.a(), heap);
    return switch ((Until) op.detail()) {
      case EQUAL -> " == " + operand;
      case NOT_EQUAL -> " != " + operand;
      case BITS_CLEAR -> " & " + operand + " == 0";
      case BITS_SET -> " & " + operand + " == " + operand;
    };
  }

  private static String bits(long mask) {
    return Long.bitCount(mask) == 1
        ? Integer.toString(Long.numberOfTrailingZeros(mask))
        : "mask 0x" + Long.toHexString(mask);
  }

  private static String fence(Barrier barrier) {
    return switch (barrier) {
      case SMP_MB -> "smp_mb()";
      case SMP_RMB -> "smp_rmb()";
      case SMP_WMB -> "smp_wmb()";
      case SMP_MB_BEFORE_ATOMIC -> "smp_mb__before_atomic()";
      case SMP_MB_AFTER_ATOMIC -> "smp_mb__after_atomic()";
      case SMP_MB_AFTER_SPINLOCK -> "smp_mb__after_spinlock()";
    };
  }
}
