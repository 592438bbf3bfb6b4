package org.lostbit.explorer.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Cell;
import org.lostbit.model.memory.Context;
import org.lostbit.model.memory.Observation;
import org.lostbit.model.memory.Program;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Step;
import org.lostbit.model.memory.Violation;

/**
 * One run of a step from its start: the operations on the known path are compared with the tree and
 * answered as recorded; what comes after them grows the tree, up to the first operation whose
 * answer is not decided.
 */
final class Rerun implements Mode {
  private final Trees trees;
  private final Root root;
  private final Program program;
  private final Actor actor;
  private final Node[] path;
  private final Purpose purpose;
  private final long lastAnswer;

  private final Stop stop = new Stop();

  /** What a run is for. */
  enum Purpose {
    /** The tree grows after the path's end. */
    GROW,
    /** The path is compared, up to the operation at its end. */
    COMPARE,
    /** The path is compared, and after it the step must end as the tree says. */
    COMPARE_TO_END
  }

  private int met;
  private Node previous;
  private long previousAnswer;
  private int objects;
  private boolean stopped;
  private boolean constructing;
  private BrokenModel broken;
  private long[] notes = {};
  private List<LockEdge> locks = List.of();

  /**
   * A run of the step of {@code root} along {@code path}.
   *
   * @param purpose whether the tree grows after the path's end, or is only compared
   * @param lastAnswer the answer of the path's last operation
   */
  Rerun(Trees trees, Root root, Program program, Node[] path, Purpose purpose, long lastAnswer) {
    this.trees = trees;
    this.root = root;
    this.program = program;
    this.actor = program.actor();
    this.path = path;
    this.purpose = purpose;
    this.lastAnswer = lastAnswer;
  }

  void run() {
    actor.restore(root.key.context());
    objects = root.key.objects();
    Mode before = ExplorationThread.current().swap(this);
    Step.Progress progress = null;
    try {
      progress = program.steps().get(root.key.step()).run(actor);
    } catch (Stop thrown) {
      // the run came as far as it should
    } catch (VirtualMachineError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      if (broken == null) {
        broken = new BrokenModel(threw(e), e);
      }
    } finally {
      ExplorationThread.current().swap(before);
    }
    if (broken != null) {
      throw broken;
    }
    if (stopped && progress != null) {
      throw new BrokenModel(
          here()
              + " returns although the explorer stopped it: model code swallowed the stop;"
              + " do not catch Throwable or Error, and do not leave a finally block by return."
              + lastKnown());
    }
    if (!stopped) {
      end(progress);
    }
  }

  private String threw(Throwable e) {
    String what =
        e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    return stopped
        ? here() + " replaced the explorer's stop by " + what + lastKnown()
        : here() + " threw " + what + lastKnown();
  }

  private String here() {
    return "thread " + actor.name() + ", program step " + (root.key.step() + 1);
  }

  private String lastKnown() {
    if (previous == null) {
      return "";
    }
    return "; the last operation that the tree knows there is "
        + trees.text(previous)
        + " at "
        + previous.where().frames();
  }

  private void end(Step.Progress progress) {
    boolean last = progress == Step.Progress.NEXT && root.key.step() + 1 == program.steps().size();
    Optional<Violation> left = last ? left() : Optional.empty();
    if (left.isPresent()) {
      try {
        operate(new Operation(Kind.VIOLATE, -1, 0, 0, null, left.get()));
      } catch (Stop thrown) {
        // a violation is the end of the run
      }
      return;
    }
    if (met < path.length) {
      throw different("the step ends");
    }
    if (progress == null) {
      throw new BrokenModel(here() + " answers null; a step answers NEXT or AGAIN");
    }
    int next = progress == Step.Progress.AGAIN ? root.key.step() : root.key.step() + 1;
    if (purpose == Purpose.GROW) {
      Edge edge = trees.boundary(root, next, actor.context(), objects, depth(), notes, locks);
      link(edge);
      trees.arrived(edge);
    } else if (!trees.leadsTo(edgeTaken(), root, next, actor.context(), objects)) {
      throw different("the step ends in another context");
    } else if (!startsWith(edgeTaken().notes(), notes)) {
      throw different("the step ends after other ghost notes");
    }
  }

  /**
   * An edge over a step boundary bears the notes of both sides, those of the earlier step first.
   */
  private static boolean startsWith(long[] all, long[] first) {
    return all.length >= first.length
        && Arrays.equals(all, 0, first.length, first, 0, first.length);
  }

  /** What a thread that ends does not leave as it found it. */
  private Optional<Violation> left() {
    Context began = trees.contextAtStart(root.key.thread());
    Context ends = actor.context();
    if (ends.equals(began)) {
      return Optional.empty();
    }
    List<String> how = new ArrayList<>();
    for (Context.Held lock = ends.held(); lock != null; lock = lock.next()) {
      how.add("holding " + lock.lockClass());
    }
    if (ends.irqsOff() > 0) {
      how.add("with interrupts off");
    }
    if (ends.rcu() > 0) {
      how.add("inside an RCU read section");
    }
    if (ends.srcu() > 0) {
      how.add("inside an SRCU read section");
    }
    String what = how.isEmpty() ? "in another context than it began in" : String.join(", ", how);
    return Optional.of(new Violation(Violation.Kind.ASSERTION, actor.name() + " ends " + what));
  }

  private int depth() {
    return root.depth + met;
  }

  private void link(Edge edge) {
    if (previous == null) {
      root.start = edge;
    } else {
      previous.link(previousAnswer, edge);
    }
  }

  private Edge edgeTaken() {
    return previous == null ? root.start : previous.edge(previousAnswer);
  }

  private Stop stop() {
    stopped = true;
    return stop;
  }

  private BrokenModel fail(BrokenModel failure) {
    if (broken == null) {
      broken = failure;
    }
    stopped = true;
    return broken;
  }

  private BrokenModel different(String now) {
    String before =
        met < path.length
            ? trees.text(path[met]) + " at " + path[met].where().frames()
            : "the end of the step";
    return new BrokenModel(
        here()
            + " is not deterministic: with the same answers, operation "
            + (met + 1)
            + " was "
            + before
            + " and is now: "
            + now
            + " at "
            + trees.sites().here("").frames()
            + (purpose == Purpose.COMPARE_TO_END
                ? "; a step may not read what another step left in a captured variable"
                : ""));
  }

  @Override
  public long operate(Operation operation) {
    return operate(operation, null, null);
  }

  private long operate(Operation operation, Supplier<Made> maker, Observation observation) {
    if (stopped) {
      throw stop;
    }
    if (constructing) {
      throw fail(
          new BrokenModel(
              here()
                  + " operates on memory inside the constructor given to alloc, at "
                  + trees.sites().here("").frames()
                  + "; set first values by the cells' constructors, the rest after alloc"));
    }
    if (met < path.length) {
      return repeat(operation);
    }
    if (purpose != Purpose.GROW) {
      throw fail(different(trees.text(operation)));
    }
    return grow(operation, maker, observation);
  }

  private long repeat(Operation operation) {
    Node node = path[met];
    if (node.kind == Kind.CUT) {
      met++;
      throw stop();
    }
    if (!node.operation().equals(operation)) {
      throw fail(different(trees.text(operation)));
    }
    if (!Arrays.equals(notes, edgeTaken().notes())) {
      throw fail(different(trees.text(operation) + " after other ghost notes"));
    }
    forget();
    met++;
    previous = node;
    boolean last = met == path.length;
    if (last && (node.kind == Kind.VIOLATE || (node.answers && purpose == Purpose.COMPARE))) {
      throw stop();
    }
    previousAnswer = !node.answers ? 0 : last ? lastAnswer : path[met].answer();
    return previousAnswer;
  }

  private long grow(Operation operation, Supplier<Made> maker, Observation observation) {
    if (operation.cell() >= 0) {
      try {
        trees.heap().use(operation.cell(), actor.name());
      } catch (BrokenModel e) {
        throw fail(e);
      }
    }
    boolean tooDeep = depth() >= trees.depthLimit() && operation.kind() != Kind.VIOLATE;
    Operation recorded = tooDeep ? new Operation(Kind.CUT, -1, 0, 0, null, null) : operation;
    Made made = maker == null || tooDeep ? Made.NOTHING : maker.get();
    Node node =
        trees.node(
            root,
            previous,
            previousAnswer,
            depth(),
            recorded,
            new Node.Circumstances(
                actor.context(),
                actor.step(),
                trees.sites().here(actor.step()),
                made.object(),
                made.firstCell(),
                made.endCell(),
                observation));
    link(new Edge(node, notes, locks));
    forget();
    met++;
    previous = node;
    previousAnswer = 0;
    if (node.answers || node.kind == Kind.VIOLATE || node.kind == Kind.CUT) {
      throw stop();
    }
    return 0;
  }

  private void forget() {
    notes = new long[0];
    locks = List.of();
  }

  /** What the constructor of an {@code alloc} made. */
  private record Made(Shared object, int firstCell, int endCell) {
    static final Made NOTHING = new Made(null, 0, 0);
  }

  @Override
  @SuppressWarnings("unchecked") // the node keeps what the same constructor made
  public <T extends Shared> T alloc(Supplier<T> constructor) {
    operate(new Operation(Kind.ALLOC, -1, objects, 0, null, null), () -> make(constructor), null);
    objects++;
    return (T) previous.made();
  }

  private Made make(Supplier<? extends Shared> constructor) {
    Heap heap = trees.heap();
    int firstCell = heap.size();
    int before = heap.objectCount();
    constructing = true;
    Shared object = constructor.get();
    constructing = false;
    if (object == null || object.identity() <= before) {
      throw fail(new BrokenModel(here() + " allocates, but the constructor makes no new object"));
    }
    return new Made(object, firstCell, heap.size());
  }

  @Override
  public int born(Shared object) {
    return trees.heap().add(object(object.label(), object));
  }

  @Override
  public int register(Cell cell, long initial) {
    object(cell.label(), cell);
    return trees.heap().add(cell, initial, Heap.UNMADE);
  }

  @Override
  public int registerGhost(Cell cell, long initial) {
    object(cell.label(), cell);
    return trees.heap().addGhost(cell, initial, Heap.UNMADE);
  }

  private <T> T object(String label, T made) {
    if (stopped) {
      throw stop;
    }
    if (!constructing) {
      throw fail(
          new BrokenModel(
              here()
                  + " makes "
                  + label
                  + " outside alloc, at "
                  + trees.sites().here("").frames()
                  + "; a thread makes shared objects by Memory.alloc only"));
    }
    return made;
  }

  @Override
  public void kfree(Shared object) {
    if (object != null) {
      operate(new Operation(Kind.KFREE, -1, object.identity(), 0, null, null));
    }
  }

  @Override
  public boolean choose(String event) {
    return operate(new Operation(Kind.CHOOSE, -1, 0, 0, null, event)) != 0;
  }

  @Override
  public void observe(Observation observation) {
    operate(new Operation(Kind.OBSERVE, -1, 0, 0, null, null), null, observation);
  }

  @Override
  public void note(int cell, long value) {
    if (stopped) {
      throw stop;
    }
    try {
      trees.heap().note(cell, root.key.thread(), actor.name());
    } catch (BrokenModel e) {
      throw fail(e);
    }
    notes = Arrays.copyOf(notes, notes.length + 2);
    notes[notes.length - 2] = cell;
    notes[notes.length - 1] = value;
  }

  @Override
  public void lockOrder(String outer, String inner) {
    if (stopped) {
      throw stop;
    }
    List<LockEdge> more = new ArrayList<>(locks);
    more.add(new LockEdge(outer, inner));
    locks = List.copyOf(more);
  }

  @Override
  public RuntimeException violated(Violation violation) {
    operate(new Operation(Kind.VIOLATE, -1, 0, 0, null, violation));
    throw new IllegalStateException("a violation ends the run");
  }

  @Override
  public Shared object(long identity) {
    return trees.heap().object(identity);
  }
}
