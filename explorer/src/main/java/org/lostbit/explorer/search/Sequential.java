package org.lostbit.explorer.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.lostbit.explorer.tree.BrokenModel;
import org.lostbit.explorer.tree.Edge;
import org.lostbit.explorer.tree.Effect;
import org.lostbit.explorer.tree.Fingerprint;
import org.lostbit.explorer.tree.Heap;
import org.lostbit.explorer.tree.Kind;
import org.lostbit.explorer.tree.Node;
import org.lostbit.explorer.tree.Trees;
import org.lostbit.model.memory.Until;
import org.lostbit.model.memory.Violation;
import org.lostbit.model.memory.Word;

/** Sequential consistency: every operation meets the memory as it is. */
public final class Sequential implements Semantics {
  private static final int STATUS = 1 << 29;
  private static final int THREAD = 1 << 30;
  private static final int OBJECT = 1 << 28;
  private static final long GONE_PART = 1L << 41;
  private static final long FREED_PART = 0x5bf0_3635_91c2_77a4L;

  private final Trees trees;
  private final Heap heap;
  private final int threads;
  private final Node[] at;
  private long[] value = new long[0];
  private byte[] status = new byte[0];
  private final BitSet gone = new BitSet();
  private long[] highSalt = new long[0];
  private long[] lowSalt = new long[0];
  private int filled;
  private long high;
  private long low;
  private Violation fault;
  private List<int[]> seen;

  // The undo log: what was changed, and what it was before.
  private int[] changed = new int[256];
  private long[] before = new long[256];
  private Node[] nodeBefore = new Node[256];
  private int logged;

  /** The start of the executions of {@code trees}. */
  public Sequential(Trees trees) {
    this.trees = trees;
    this.heap = trees.heap();
    this.threads = trees.threads();
    this.at = new Node[threads];
  }

  /** Where the cells that observations read are to be listed; {@code null} for nowhere. */
  void observeInto(List<int[]> list) {
    seen = list;
  }

  @Override
  public void reset() {
    logged = 0;
    high = 0;
    low = 0;
    filled = 0;
    gone.clear();
    gone.or(heap.freedAtStart());
    room();
    for (int t = 0; t < threads; t++) {
      Edge start = trees.start(t);
      room();
      at[t] = start.target();
      high ^= at[t].high;
      low ^= at[t].low;
      write(start.notes());
    }
    logged = 0;
  }

  /** Takes in the cells that the trees have made since. */
  private void room() {
    int size = heap.size();
    if (size == filled) {
      return;
    }
    if (size > value.length) {
      value = Arrays.copyOf(value, 2 * size);
      status = Arrays.copyOf(status, 2 * size);
      highSalt = Arrays.copyOf(highSalt, 2 * size);
      lowSalt = Arrays.copyOf(lowSalt, 2 * size);
    }
    for (int c = filled; c < size; c++) {
      value[c] = heap.initial(c);
      status[c] = heap.status(c);
      highSalt[c] = Fingerprint.highSalt(c);
      lowSalt[c] = Fingerprint.lowSalt(c);
    }
    filled = size;
  }

  @Override
  public Node at(int thread) {
    return at[thread];
  }

  @Override
  public long high() {
    return high;
  }

  @Override
  public long low() {
    return low;
  }

  @Override
  public long value(int cell) {
    return freed(cell) ? Word.POISON : value[cell];
  }

  @Override
  public boolean freed(int cell) {
    return status[cell] == Heap.FREED;
  }

  @Override
  public Violation fault() {
    return fault;
  }

  @Override
  public int choices(int thread) {
    Node node = at[thread];
    return switch (node.kind) {
      case AWAIT -> freed(node.cell) || holds(node.until, value[node.cell], node.a) ? 1 : 0;
      case AWAIT_CAS -> freed(node.cell) || value[node.cell] == node.a ? 1 : 0;
      case CHOOSE -> 2;
      case END -> 0;
      default -> 1;
    };
  }

  private static boolean holds(Until until, long value, long operand) {
    return switch (until) {
      case EQUAL -> value == operand;
      case NOT_EQUAL -> value != operand;
      case BITS_CLEAR -> (value & operand) == 0;
      case BITS_SET -> (value & operand) == operand;
    };
  }

  @Override
  public Edge take(int thread, int choice) {
    Node node = at[thread];
    if (node.cell >= 0) {
      int cell = node.cell;
      if (status[cell] != Heap.LIVE) {
        return useAfterFree(node);
      }
      long old = value[cell];
      Edge edge = trees.follow(node, Effect.answer(node.kind, node.a, old));
      if (node.writes) {
        set(cell, Effect.after(node.kind, node.rmw, node.a, node.b, old));
      }
      return arrive(thread, node, edge);
    }
    return switch (node.kind) {
      case CHOOSE -> arrive(thread, node, trees.follow(node, choice));
      case ALLOC -> make(thread, node);
      case KFREE -> free(thread, node);
      case OBSERVE -> look(thread, node);
      case VIOLATE -> broken((Violation) node.operation().detail());
      default -> arrive(thread, node, trees.follow(node, 0));
    };
  }

  private Edge broken(Violation violation) {
    fault = violation;
    return null;
  }

  private Edge make(int thread, Node node) {
    Edge edge = trees.follow(node, 0);
    room();
    for (int c = node.firstCell(); c < node.endCell(); c++) {
      setStatus(c, Heap.LIVE);
    }
    return arrive(thread, node, edge);
  }

  private Edge look(int thread, Node node) {
    Optional<Violation> shown = trees.judge(this, node.observation()::look, seen);
    return shown.isPresent() ? broken(shown.get()) : arrive(thread, node, trees.follow(node, 0));
  }

  private Edge useAfterFree(Node node) {
    if (status[node.cell] == Heap.UNMADE) {
      throw new BrokenModel(
          trees.name(node.thread)
              + " touches "
              + heap.label(node.cell)
              + " of an object that is not made in this execution: model code kept a reference"
              + " outside the modelled memory");
    }
    return broken(
        new Violation(
            Violation.Kind.USE_AFTER_FREE,
            trees.name(node.thread) + " does " + trees.text(node) + " after the object was freed"));
  }

  private Edge free(int thread, Node node) {
    int object = (int) node.a;
    if (gone.get(object)) {
      return broken(
          new Violation(
              Violation.Kind.USE_AFTER_FREE,
              trees.name(thread) + " does " + trees.text(node) + ", which was freed before"));
    }
    Edge edge = trees.follow(node, 0);
    gone.set(object);
    log(OBJECT | object, 0);
    high ^= Fingerprint.high(GONE_PART, object);
    low ^= Fingerprint.low(GONE_PART, object);
    for (int cell : heap.cellsOf(object)) {
      setStatus(cell, Heap.FREED);
    }
    return arrive(thread, node, edge);
  }

  private Edge arrive(int thread, Node from, Edge edge) {
    room();
    Node to = edge.target();
    log(THREAD | thread, 0);
    nodeBefore[logged - 1] = from;
    at[thread] = to;
    high ^= from.high ^ to.high;
    low ^= from.low ^ to.low;
    if (edge.notes().length > 0) {
      write(edge.notes());
    }
    return edge;
  }

  private void write(long[] notes) {
    for (int i = 0; i < notes.length; i += 2) {
      set((int) notes[i], notes[i + 1]);
    }
  }

  private void set(int cell, long to) {
    long old = value[cell];
    if (old == to) {
      return;
    }
    log(cell, old);
    value[cell] = to;
    long saltHigh = highSalt[cell];
    long saltLow = lowSalt[cell];
    high ^= Fingerprint.high(saltHigh, old) ^ Fingerprint.high(saltHigh, to);
    low ^= Fingerprint.low(saltLow, old) ^ Fingerprint.low(saltLow, to);
  }

  private void setStatus(int cell, byte to) {
    byte old = status[cell];
    log(STATUS | cell, old);
    high ^= part(cell, old, true) ^ part(cell, to, true);
    low ^= part(cell, old, false) ^ part(cell, to, false);
    status[cell] = to;
  }

  /** The part of a cell in the fingerprint, by its status: a cell that is not made has none. */
  private long part(int cell, byte itsStatus, boolean first) {
    if (itsStatus == Heap.UNMADE) {
      return 0;
    }
    long salt = first ? highSalt[cell] : lowSalt[cell];
    boolean isFreed = itsStatus == Heap.FREED;
    long held = isFreed ? FREED_PART ^ Long.rotateLeft(salt, 17) : value[cell];
    return first ? Fingerprint.high(salt, held) : Fingerprint.low(salt, held);
  }

  private void log(int what, long old) {
    if (logged == changed.length) {
      changed = Arrays.copyOf(changed, 2 * logged);
      before = Arrays.copyOf(before, 2 * logged);
      nodeBefore = Arrays.copyOf(nodeBefore, 2 * logged);
    }
    changed[logged] = what;
    before[logged++] = old;
  }

  @Override
  public int mark() {
    return logged;
  }

  @Override
  public void undo(int mark, long highThere, long lowThere) {
    while (logged > mark) {
      int what = changed[--logged];
      if ((what & THREAD) != 0) {
        at[what & ~THREAD] = nodeBefore[logged];
      } else if ((what & OBJECT) != 0) {
        gone.clear(what & ~OBJECT);
      } else if ((what & STATUS) != 0) {
        status[what & ~STATUS] = (byte) before[logged];
      } else {
        value[what] = before[logged];
      }
    }
    high = highThere;
    low = lowThere;
  }

  @Override
  public boolean dependent(Node one, Node other) {
    if (one.cell >= 0 && one.cell == other.cell) {
      return one.writes || other.writes;
    }
    if (one.kind == Kind.OBSERVE || other.kind == Kind.OBSERVE) {
      return true;
    }
    if (one.kind == Kind.KFREE) {
      return frees(one, other);
    }
    return other.kind == Kind.KFREE && frees(other, one);
  }

  private boolean frees(Node free, Node other) {
    if (other.kind == Kind.KFREE) {
      return other.a == free.a;
    }
    return other.cell >= 0 && heap.cell(other.cell).owner().identity() == free.a;
  }
}
