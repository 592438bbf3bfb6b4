package org.lostbit.explorer.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.lostbit.claims.Run;
import org.lostbit.model.memory.Context;
import org.lostbit.model.memory.Program;
import org.lostbit.model.memory.Violation;

/**
 * The behaviour of every thread of one run, grown on demand. Each history of a thread is executed
 * once, however many interleavings contain it.
 */
public final class Trees {
  /** How many known paths of a step are run again when a new way leads to it. */
  private static final int PATHS_CHECKED = 4;

  private final Heap heap = new Heap();
  private final CallSites sites = new CallSites();
  private final Run run;
  private final Set<LockEdge> setUpLocks;
  private final List<Program> programs;
  private final Context[] contexts;
  private final Edge[] starts;
  private final Node[] ends;
  private final Map<Root.Key, Root> roots = new HashMap<>();
  private final boolean stepBoundaries;
  private final int depthLimit;
  private int nodes;
  private long reruns;
  private long histories;
  private boolean loops;

  /**
   * Builds the run; must be called on an {@link ExplorationThread}.
   *
   * @param stepBoundaries whether a thread forgets its history between two steps
   * @param depthLimit how many operations a thread may do within one step (or in all, without step
   *     boundaries)
   */
  public Trees(Supplier<Run> supplier, boolean stepBoundaries, int depthLimit) {
    this.stepBoundaries = stepBoundaries;
    this.depthLimit = depthLimit;
    SetUp setUp = new SetUp(heap);
    Mode before = ExplorationThread.current().swap(setUp);
    try {
      run = supplier.get();
    } finally {
      ExplorationThread.current().swap(before);
    }
    setUpLocks = setUp.locks();
    programs = new ArrayList<>(run.threads());
    programs.add(run.last());
    contexts = new Context[programs.size()];
    starts = new Edge[programs.size()];
    ends = new Node[programs.size()];
    for (int i = 0; i < programs.size(); i++) {
      Program program = programs.get(i);
      if (program.actor().index() != i) {
        throw new BrokenModel(
            "the actor of thread "
                + i
                + " ("
                + program.actor().name()
                + ") has the index "
                + program.actor().index());
      }
      contexts[i] = program.actor().context();
      Root first = new Root(new Root.Key(i, -1, Context.EMPTY, 0, 0), 0);
      ends[i] = node(first, null, 0, 0, new Operation(Kind.END, -1, 0, 0, null, null), NOWHERE);
      starts[i] = boundary(first, 0, program.actor().context(), 0, 0, new long[0], List.of());
    }
  }

  private static final Node.Circumstances NOWHERE =
      new Node.Circumstances(
          Context.EMPTY, "", new Where("", "", "", "", List.of()), null, 0, 0, null);

  /** All cells and objects. */
  public Heap heap() {
    return heap;
  }

  /** The run explored. */
  public Run run() {
    return run;
  }

  /** How many threads there are, the one that runs last included. */
  public int threads() {
    return programs.size();
  }

  /** The name of a thread. */
  public String name(int thread) {
    return programs.get(thread).actor().name();
  }

  /** The lock orders that the set-up showed. */
  public Set<LockEdge> setUpLocks() {
    return Collections.unmodifiableSet(setUpLocks);
  }

  /** How often model code was run. */
  public long reruns() {
    return reruns;
  }

  /** How many histories were executed; each of them once, but for the check at each tree's root. */
  public long histories() {
    return histories;
  }

  /** How many operations the trees hold. */
  public int nodes() {
    return nodes;
  }

  /** Whether a thread was seen to repeat a step: if none does, every execution ends by itself. */
  public boolean loops() {
    return loops;
  }

  /** The way to the first operation of a thread. */
  public Edge start(int thread) {
    return resolved(starts[thread]);
  }

  /** The way on from an operation that is answered {@code answer}. */
  public Edge follow(Node node, long answer) {
    Edge edge = node.edge(answer);
    if (edge == null) {
      extend(node, answer);
      edge = node.edge(answer);
    }
    return edge.target() == null ? resolved(edge) : edge;
  }

  /** Asks how a memory breaks a property; to look at freed memory is to break one. */
  public Optional<Violation> judge(
      Instant memory, Supplier<Optional<Violation>> question, List<int[]> seen) {
    try {
      return look(memory, question, seen);
    } catch (FreedRead e) {
      return Optional.of(e.violation());
    }
  }

  /**
   * Looks at a memory; adds the cells read to {@code seen} unless that is {@code null}.
   *
   * @throws FreedRead if the look comes to freed memory
   */
  public <T> T look(Instant memory, Supplier<T> question, List<int[]> seen) {
    Look look = new Look(heap, memory);
    Mode before = ExplorationThread.current().swap(look);
    try {
      return question.get();
    } catch (BrokenModel | FreedRead e) {
      throw e;
    } catch (RuntimeException e) {
      throw new BrokenModel("an observation or a final check threw " + e, e);
    } finally {
      ExplorationThread.current().swap(before);
      if (seen != null) {
        seen.add(look.seen());
      }
    }
  }

  /** An operation in C's words. */
  public String text(Node node) {
    return text(node.operation());
  }

  String text(Operation operation) {
    return Wording.of(operation, heap);
  }

  /** What a thread holds when its program begins. */
  Context contextAtStart(int thread) {
    return contexts[thread];
  }

  CallSites sites() {
    return sites;
  }

  int depthLimit() {
    return depthLimit;
  }

  Node node(
      Root root, Node parent, long answer, int depth, Operation op, Node.Circumstances known) {
    return new Node(nodes++, root, parent, answer, depth, op, known);
  }

  private void extend(Node node, long answer) {
    List<Node> path = new ArrayList<>();
    for (Node n = node; n != null; n = n.parent()) {
      path.add(n);
    }
    Collections.reverse(path);
    rerun(node.root(), path, Rerun.Purpose.GROW, answer);
    histories++;
  }

  private void rerun(Root root, List<Node> path, Rerun.Purpose purpose, long answer) {
    reruns++;
    Program program = programs.get(root.key.thread());
    new Rerun(this, root, program, path.toArray(new Node[0]), purpose, answer).run();
  }

  Edge boundary(
      Root from,
      int next,
      Context context,
      int objects,
      int depth,
      long[] notes,
      List<LockEdge> locks) {
    int thread = from.key.thread();
    if (next == programs.get(thread).steps().size()) {
      return new Edge(ends[thread], notes, locks);
    }
    loops |= next == from.key.step();
    long apart = stepBoundaries ? 0 : nodes + 1L + roots.size();
    Root.Key key = new Root.Key(thread, next, context, objects, apart);
    int depthThere = stepBoundaries ? 0 : depth;
    return new Edge(roots.computeIfAbsent(key, k -> new Root(k, depthThere)), notes, locks);
  }

  /** Whether an edge leads where a step's end leads to. */
  boolean leadsTo(Edge edge, Root from, int next, Context context, int objects) {
    int thread = from.key.thread();
    if (next == programs.get(thread).steps().size()) {
      return edge.target() == ends[thread];
    }
    Root there = edge.next();
    return there != null
        && there.key.step() == next
        && there.key.context().equals(context)
        && there.key.objects() == objects;
  }

  private Edge resolved(Edge edge) {
    if (edge.target() != null) {
      return edge;
    }
    long[] notes = edge.notes();
    List<LockEdge> locks = new ArrayList<>(edge.locks());
    Set<Root> passed = new HashSet<>();
    Edge at = edge;
    while (at.target() == null) {
      Root root = at.next();
      if (!passed.add(root)) {
        throw new BrokenModel(
            "thread "
                + name(root.key.thread())
                + ", program step "
                + (root.key.step() + 1)
                + " answers AGAIN without any operation: it would run for ever");
      }
      grow(root);
      at = root.start;
      notes = concat(notes, at.notes());
      locks.addAll(at.locks());
    }
    edge.leadTo(at.target(), notes, List.copyOf(locks));
    return edge;
  }

  /**
   * A new way over a step boundary was found just now. If the step that starts there is known, it
   * is run again along known paths, and so are the steps after it: one that reads what an earlier
   * step left in a captured variable behaves differently after this way than after the first.
   */
  void arrived(Edge edge) {
    if (stepBoundaries && edge.next() != null) {
      check(edge.next(), new HashSet<>());
    }
  }

  private void check(Root root, Set<Root> checked) {
    if (root.start == null || !checked.add(root)) {
      return;
    }
    int[] left = {PATHS_CHECKED};
    checkFrom(root, root.start, 0, new ArrayList<>(), left, checked);
  }

  /** Runs a step again along the known paths that begin with {@code path} and then {@code edge}. */
  private void checkFrom(
      Root root, Edge edge, long answer, List<Node> path, int[] left, Set<Root> checked) {
    Node node = edge.next() != null || edge.target().kind == Kind.END ? null : edge.target();
    if (node == null) {
      left[0]--;
      rerun(root, path, Rerun.Purpose.COMPARE_TO_END, answer);
      if (edge.next() != null) {
        check(edge.next(), checked);
      }
      return;
    }
    path.add(node);
    List<Long> answers = node.knownAnswers();
    if (answers.isEmpty()) {
      left[0]--;
      rerun(root, path, Rerun.Purpose.COMPARE, 0);
    }
    // The ways that were found last: what an earlier step left behind shows in them most likely.
    for (int i = answers.size() - 1; i >= 0 && left[0] > 0; i--) {
      checkFrom(root, node.edge(answers.get(i)), answers.get(i), path, left, checked);
    }
    path.remove(path.size() - 1);
  }

  private static long[] concat(long[] first, long[] second) {
    long[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** Runs a step for the first time, and at once a second time, which must be the same. */
  private void grow(Root root) {
    if (root.start != null) {
      return;
    }
    rerun(root, List.of(), Rerun.Purpose.GROW, 0);
    histories++;
    List<Node> path = new ArrayList<>();
    for (Edge edge = root.start; edge != null; ) {
      Node node = edge.target();
      if (node == null || node.kind == Kind.END) {
        break;
      }
      path.add(node);
      edge = node.answers ? null : node.edge(0);
    }
    rerun(root, path, Rerun.Purpose.COMPARE, 0);
  }
}
