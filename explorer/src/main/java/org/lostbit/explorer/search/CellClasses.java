package org.lostbit.explorer.search;

import java.util.Arrays;
import org.lostbit.explorer.tree.Edge;
import org.lostbit.explorer.tree.Heap;
import org.lostbit.explorer.tree.Kind;
import org.lostbit.explorer.tree.Node;

/**
 * Which cells are scheduling points. A cell that one thread alone touches, or that nobody writes,
 * is taken to be none until the opposite is seen; then the cell is raised and the search starts
 * again. What is raised does not count before {@link #restart}, since a class that changes in the
 * middle of a pass would make the choices recorded so far meaningless.
 */
final class CellClasses {
  private final Heap heap;
  private final Semantics memory;
  private final int last;
  private final boolean learning;
  private boolean[] shared = new boolean[64];
  private boolean[] raised = new boolean[64];
  private int[] touched = new int[64];
  private int[] written = new int[64];
  private boolean contradicted;

  /**
   * No cell is known to be shared.
   *
   * @param learning whether cells have classes at all; if not, every operation is a scheduling
   *     point
   * @param last the thread that runs after all others: it runs alone, so it makes no cell shared
   */
  CellClasses(Heap heap, Semantics memory, int last, boolean learning) {
    this.heap = heap;
    this.memory = memory;
    this.last = last;
    this.learning = learning;
  }

  /** Whether cells have classes at all. */
  boolean learning() {
    return learning;
  }

  /** Whether a class that this pass relied on turned out to be wrong. */
  boolean contradicted() {
    return contradicted;
  }

  /** Lets what was raised count. */
  void restart() {
    contradicted = false;
    shared = raised.clone();
  }

  /** How many cells are scheduling points. */
  int sharedCells() {
    int count = 0;
    for (boolean is : raised) {
      count += is ? 1 : 0;
    }
    return count;
  }

  private boolean shared(int cell) {
    return cell < shared.length && shared[cell];
  }

  /** Whether other threads may tell when an operation happens. */
  boolean visible(Node node) {
    if (!learning) {
      return true;
    }
    return switch (node.kind) {
      case FENCE, ALLOC -> false;
      case CHOOSE, OBSERVE, VIOLATE, CUT, END -> true;
      // Where there is no cell, no class says whether somebody else frees the object too.
      case KFREE -> heap.cellsOf(node.a).length == 0 || anyVisible(heap.cellsOf(node.a));
      default -> shared(node.cell) || memory.freed(node.cell);
    };
  }

  private boolean anyVisible(int[] cells) {
    for (int cell : cells) {
      if (shared(cell) || memory.freed(cell)) {
        return true;
      }
    }
    return false;
  }

  /** Whether other threads may tell when a thread goes along an edge, by the notes on it. */
  boolean visible(Edge edge) {
    long[] notes = edge.notes();
    for (int i = 0; i < notes.length; i += 2) {
      if (!learning || shared((int) notes[i])) {
        return true;
      }
    }
    return false;
  }

  /** A thread did an operation and went along an edge ({@code null} if it broke a property). */
  void learn(int thread, Node node, Edge edge) {
    if (thread == last || !learning) {
      return;
    }
    if (node.cell >= 0) {
      if (!shared(node.cell)) {
        touch(thread, node.cell, node.writes);
      }
    } else if (node.kind == Kind.KFREE) {
      for (int cell : heap.cellsOf(node.a)) {
        touch(thread, cell, true);
      }
    }
    if (edge != null && edge.notes().length > 0) {
      for (int i = 0; i < edge.notes().length; i += 2) {
        touch(thread, (int) edge.notes()[i], true);
      }
    }
  }

  /** A thread looked at cells. */
  void learnLook(int thread, int[] cells) {
    if (thread != last && learning) {
      for (int cell : cells) {
        touch(thread, cell, false);
      }
    }
  }

  private void touch(int thread, int cell, boolean writes) {
    if (cell >= touched.length) {
      int room = 2 * heap.size();
      touched = Arrays.copyOf(touched, room);
      written = Arrays.copyOf(written, room);
      raised = Arrays.copyOf(raised, room);
    }
    touched[cell] |= 1 << thread;
    if (writes) {
      written[cell] |= 1 << thread;
    }
    if (!raised[cell] && written[cell] != 0 && Integer.bitCount(touched[cell]) > 1) {
      raised[cell] = true;
      contradicted = true;
    }
  }
}
