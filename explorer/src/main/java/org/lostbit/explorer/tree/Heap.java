package org.lostbit.explorer.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.lostbit.model.memory.Cell;
import org.lostbit.model.memory.Ref;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Word;

/**
 * All cells and objects of an exploration, those that threads make included, and the memory at the
 * start of every execution. Cells and objects are numbered in the order in which they are first
 * made.
 */
public final class Heap {
  /** The cell's object is not made yet. */
  public static final byte UNMADE = 0;

  /** The cell may be touched. */
  public static final byte LIVE = 1;

  /** The cell's object was freed. */
  public static final byte FREED = 2;

  private final List<Cell> cells = new ArrayList<>();
  private final List<Shared> objects = new ArrayList<>();
  private final List<int[]> cellsOf = new ArrayList<>();
  private final BitSet freed = new BitSet();
  private long[] initial = new long[64];
  private byte[] status = new byte[64];
  private int[] noter = new int[64];
  private boolean[] used = new boolean[64];

  Heap() {
    objects.add(null);
    cellsOf.add(new int[0]);
  }

  int add(Shared object) {
    objects.add(object);
    cellsOf.add(new int[0]);
    return objects.size() - 1;
  }

  /** A note that is not memory of the model: it outlives the object that it is named after. */
  int addGhost(Cell cell, long value, byte firstStatus) {
    int id = add(cell, value, firstStatus);
    int owner = cell.owner().identity();
    cellsOf.set(owner, Arrays.copyOf(cellsOf.get(owner), cellsOf.get(owner).length - 1));
    return id;
  }

  int add(Cell cell, long value, byte firstStatus) {
    int id = cells.size();
    cells.add(cell);
    if (id == initial.length) {
      initial = Arrays.copyOf(initial, 2 * id);
      status = Arrays.copyOf(status, 2 * id);
      noter = Arrays.copyOf(noter, 2 * id);
      used = Arrays.copyOf(used, 2 * id);
    }
    initial[id] = value;
    status[id] = firstStatus;
    noter[id] = -1;
    int owner = cell.owner().identity();
    int[] more = Arrays.copyOf(cellsOf.get(owner), cellsOf.get(owner).length + 1);
    more[more.length - 1] = id;
    cellsOf.set(owner, more);
    return id;
  }

  /** How many cells there are by now. */
  public int size() {
    return cells.size();
  }

  /** The cell of a number. */
  public Cell cell(int id) {
    return cells.get(id);
  }

  /** How many objects there are by now. */
  public int objectCount() {
    return objects.size() - 1;
  }

  /** The object of an identity; {@code null} for 0 and for what is no identity. */
  public Shared object(long identity) {
    return identity >= 0 && identity < objects.size() ? objects.get((int) identity) : null;
  }

  /** The objects that the set-up freed. */
  public BitSet freedAtStart() {
    return freed;
  }

  /** The cells of an object that go with it when it is freed: all but its ghosts. */
  public int[] cellsOf(long identity) {
    return cellsOf.get((int) identity);
  }

  /** The first value of a cell. */
  public long initial(int id) {
    return initial[id];
  }

  /** Whether a cell is there at the start. */
  public byte status(int id) {
    return status[id];
  }

  /** Whether a cell is the note of a thread. */
  public boolean isGhost(int id) {
    return noter[id] >= 0;
  }

  void setInitial(int id, long value) {
    initial[id] = value;
  }

  void free(long identity) {
    if (freed.get((int) identity)) {
      throw new BrokenModel(
          "the set-up frees " + object(identity).label() + ", which it freed before");
    }
    freed.set((int) identity);
    for (int id : cellsOf(identity)) {
      initial[id] = Word.POISON;
      status[id] = FREED;
    }
  }

  /** A thread operates on a cell that is no ghost. */
  void use(int id, String thread) {
    if (noter[id] >= 0) {
      throw new BrokenModel(
          thread
              + " touches the ghost "
              + label(id)
              + "; a ghost is written by Ghost.note and read by observations and final checks");
    }
    used[id] = true;
  }

  /** A thread writes a note. */
  void note(int id, int thread, String name) {
    if (used[id]) {
      throw new BrokenModel(
          name
              + " writes the ghost "
              + label(id)
              + ", which is touched as a cell of the model too");
    }
    if (noter[id] >= 0 && noter[id] != thread) {
      throw new BrokenModel(
          name
              + " writes the ghost "
              + label(id)
              + ", which another thread writes too; give each thread its own note");
    }
    noter[id] = thread;
  }

  /** The cell as C writes it. */
  public String label(int id) {
    return cells.get(id).label();
  }

  /** Whether the cell holds a pointer. */
  public boolean isPointer(int id) {
    return cells.get(id) instanceof Ref;
  }
}
