package org.lostbit.explorer.tree;

import java.util.Arrays;
import java.util.List;
import org.lostbit.model.memory.Context;
import org.lostbit.model.memory.Observation;
import org.lostbit.model.memory.Rmw;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Until;

/**
 * The next operation of a thread after one history of answers. Immutable but for the edges, which
 * grow as answers are met.
 */
public final class Node {
  // Read in the innermost loop of every search.
  public final int id;
  public final int thread;
  public final Kind kind;
  public final int cell;
  public final long a;
  public final long b;
  public final Rmw rmw;
  public final Until until;
  public final boolean writes;
  public final boolean answers;
  public final long high;
  public final long low;

  private final Operation operation;
  private final Root root;
  private final Node parent;
  private final long answer;
  private final int depth;
  private final Context context;
  private final String step;
  private final Where where;
  private final Shared made;
  private final int firstCell;
  private final int endCell;
  private final Observation observation;

  private Edge only;
  private long[] answered = {};
  private Edge[] edges = {};

  /** What is known of an operation beside itself when it is first met. */
  record Circumstances(
      Context context,
      String step,
      Where where,
      Shared made,
      int firstCell,
      int endCell,
      Observation observation) {}

  Node(
      int id,
      Root root,
      Node parent,
      long answer,
      int depth,
      Operation operation,
      Circumstances circumstances) {
    this.id = id;
    this.root = root;
    this.parent = parent;
    this.answer = answer;
    this.depth = depth;
    this.operation = operation;
    this.thread = root.key.thread();
    this.kind = operation.kind();
    this.cell = operation.cell();
    this.a = operation.a();
    this.b = operation.b();
    this.rmw = operation.detail() instanceof Rmw r ? r : null;
    this.until = operation.detail() instanceof Until u ? u : null;
    this.writes = kind.writes();
    this.answers = kind.answers();
    // Cells have the numbers from 0 up, operations those from -1 down.
    this.high = Fingerprint.highSalt(-1L - id);
    this.low = Fingerprint.lowSalt(-1L - id);
    this.context = circumstances.context();
    this.step = circumstances.step();
    this.where = circumstances.where();
    this.made = circumstances.made();
    this.firstCell = circumstances.firstCell();
    this.endCell = circumstances.endCell();
    this.observation = circumstances.observation();
  }

  /** The edge for an answer; {@code null} if it was never taken. */
  public Edge edge(long value) {
    if (!answers) {
      return only;
    }
    long[] known = answered;
    for (int i = 0; i < known.length; i++) {
      if (known[i] == value) {
        return edges[i];
      }
    }
    return null;
  }

  /** The answers whose edges are known; where nothing is answered, 0 stands for the only edge. */
  List<Long> knownAnswers() {
    if (!answers) {
      return only == null ? List.of() : List.of(0L);
    }
    return Arrays.stream(answered).boxed().toList();
  }

  void link(long value, Edge edge) {
    if (!answers) {
      only = edge;
      return;
    }
    int n = answered.length;
    Edge[] moreEdges = Arrays.copyOf(edges, n + 1);
    moreEdges[n] = edge;
    edges = moreEdges;
    long[] moreAnswers = Arrays.copyOf(answered, n + 1);
    moreAnswers[n] = value;
    answered = moreAnswers;
  }

  /** The operation, whole. */
  public Operation operation() {
    return operation;
  }

  /** What the thread holds when it comes to the operation. */
  public Context context() {
    return context;
  }

  /** The number of the C step. */
  public String step() {
    return step;
  }

  /** Where it stands in the model. */
  public Where where() {
    return where;
  }

  /** The object that an {@code ALLOC} makes. */
  public Shared made() {
    return made;
  }

  /** The first cell that an {@code ALLOC} makes. */
  public int firstCell() {
    return firstCell;
  }

  /** The end of the cells that an {@code ALLOC} makes. */
  public int endCell() {
    return endCell;
  }

  /** What an {@code OBSERVE} looks at. */
  public Observation observation() {
    return observation;
  }

  Root root() {
    return root;
  }

  Node parent() {
    return parent;
  }

  long answer() {
    return answer;
  }

  int depth() {
    return depth;
  }
}
