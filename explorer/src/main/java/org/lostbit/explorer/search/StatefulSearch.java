package org.lostbit.explorer.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lostbit.explorer.tree.BrokenModel;
import org.lostbit.explorer.tree.Edge;
import org.lostbit.explorer.tree.Kind;
import org.lostbit.explorer.tree.LockEdge;
import org.lostbit.explorer.tree.Node;
import org.lostbit.explorer.tree.Trees;

/**
 * Depth-first search on the graph of states. Each state is stored with its sleep set: the threads
 * whose next step need not be taken there, because another order of independent steps covers it. A
 * later visit takes those steps only that slept before and do not sleep now.
 *
 * <p>Steps that nobody else can tell the time of (see {@link CellClasses}) are done at once. A run
 * of such steps that is longer than {@link Stepper#QUIET_LIMIT} is broken by a full state, so that
 * a thread that spins on its own cells cannot hide the others.
 */
public final class StatefulSearch {
  /** The length of the hash by which states are told apart. */
  public static final int FINGERPRINT_BITS = StateTable.FINGERPRINT_BITS;

  /** How far a pass goes on after it was contradicted, to learn more before the restart. */
  private static final int LEARNING = 1_000;

  private final Trees trees;
  private final Reductions reductions;
  private final Budget budget;
  private final Sequential memory;
  private final Stepper stepper;
  private final CellClasses classes;

  private StateTable table;
  private Findings findings;
  private long states;
  private long transitions;
  private long quietSteps;
  private int restarts;
  private String cut;
  private boolean passed;

  // One frame per state on the path.
  private int depth;
  private int[] todo = new int[1024];
  private int[] sleep = new int[1024];
  private int[] marks = new int[1024];
  private long[] highs = new long[1024];
  private long[] lows = new long[1024];
  private int[] moves = new int[1024];
  private int[] choicesLeft = new int[1024];

  /** A search of all executions of {@code trees}. */
  public StatefulSearch(Trees trees, Reductions reductions, Budget budget) {
    this.trees = trees;
    this.reductions = reductions;
    this.budget = budget;
    if (trees.threads() > StateTable.SLEEP_BITS) {
      throw new BrokenModel(
          trees.threads() + " threads are more than the " + StateTable.SLEEP_BITS + " that fit");
    }
    this.memory = new Sequential(trees);
    this.stepper = new Stepper(trees, memory, reductions.classes(), this::locks);
    this.classes = stepper.classes();
  }

  /** Searches until everything was seen or the budget is spent. */
  public Findings run() {
    while (!pass()) {
      restarts++;
      classes.restart();
    }
    passed = true;
    return findings;
  }

  /** Why the search was cut short; {@code null} if it saw everything. */
  public String cut() {
    return cut;
  }

  /** How many states there are. */
  public long states() {
    return states;
  }

  /** How many scheduled steps were taken between them. */
  public long transitions() {
    return transitions;
  }

  /** How many steps were done without a decision. */
  public long quietSteps() {
    return quietSteps;
  }

  /** How often cell classes were wrong and the search began again. */
  public int restarts() {
    return restarts;
  }

  /** The interleavings of visible steps that a finished search stands for. */
  public Count interleavings() {
    Interleavings walk = new Interleavings(trees, stepper, budget.interleavings());
    long number = walk.count();
    boolean ends = walk.whole() || !trees.loops();
    return new Count(number, walk.exact(), ends, Optional.ofNullable(walk.lost()));
  }

  /** Whether no end can be reached from where {@code run} is. */
  public boolean lost(ReplayedRun run) {
    return run.lost(budget.interleavings());
  }

  /**
   * A number of interleavings.
   *
   * @param number the number, saturating
   * @param exact if not, there are at least that many
   * @param judged whether it is known of every state if there is a way from it to an end: all
   *     states were walked, or no step is ever repeated, so that every execution ends by itself
   * @param lost the way to a state from which there is none
   */
  public record Count(long number, boolean exact, boolean judged, Optional<Found> lost) {}

  /** The operations of the execution that {@code found} names. */
  public List<Event> execution(Found found) {
    return Execution.of(trees, stepper, found);
  }

  /**
   * The shortest execution that breaks what {@code found} breaks, after a finished search.
   *
   * @param found what breaks, and the operations of the execution
   * @param shortest whether no shorter one exists
   */
  public record Shown(Found found, List<Event> events, boolean shortest) {
    /** Owns its list. */
    public Shown {
      events = List.copyOf(events);
    }
  }

  /** Looks for the execution with the fewest changes of thread, then the fewest steps. */
  public Shown shortest(Found found) {
    List<Event> known = execution(found);
    if (found.goal() == Found.Goal.LIVELOCK) {
      // Whether a state is lost shows by a walk of all that follows it only.
      return new Shown(found, known, false);
    }
    ShortestSearch search =
        new ShortestSearch(
            trees, stepper, found, Execution.changes(known), known.size(), budget.shortest());
    ShortestSearch.Answer answer = search.run();
    boolean sure = cut == null && answer != ShortestSearch.Answer.UNKNOWN;
    return answer == ShortestSearch.Answer.FOUND
        ? new Shown(search.cheaper(), execution(search.cheaper()), sure)
        : new Shown(found, known, sure);
  }

  /** A fresh execution, to be driven from outside, under the cell classes that were learnt. */
  public ReplayedRun replay() {
    return new ReplayedRun(trees, stepper);
  }

  /** How many steps were left out when the search was cut short. */
  public long unexplored() {
    long left = 0;
    for (int frame = 0; frame < depth; frame++) {
      left += Integer.bitCount(todo[frame]) + choicesLeft[frame];
    }
    return left;
  }

  /** How many cells are scheduling points. */
  public int sharedCells() {
    return classes.sharedCells();
  }

  /** One search under fixed cell classes; false if they were wrong. */
  private boolean pass() {
    table = new StateTable();
    memory.reset();
    findings = new Findings(trees, memory);
    states = 0;
    transitions = 0;
    quietSteps = 0;
    cut = null;
    depth = 0;
    for (int t = 0; t < trees.threads(); t++) {
      findings.locks(trees.start(t).locks(), moves, 0);
    }
    for (int t = 0; t < stepper.last(); t++) {
      quietSteps += stepper.settle(t);
    }
    quietSteps += stepper.settleLast();
    enter(0);
    long stopAt = Long.MAX_VALUE;
    long stopAfterViolation = Long.MAX_VALUE;
    while (depth > 0 && cut == null) {
      if (choicesLeft[depth - 1] == 0 && todo[depth - 1] == 0) {
        leave();
        continue;
      }
      advance();
      if (classes.contradicted() && transitions > stopAt) {
        return false;
      }
      if (classes.contradicted() && stopAt == Long.MAX_VALUE) {
        stopAt = transitions + LEARNING;
      }
      if (findings.hits() > 0 && stopAfterViolation == Long.MAX_VALUE) {
        stopAfterViolation = transitions + budget.afterViolation();
      }
      if (states > budget.states()) {
        cut = "the budget of " + budget.states() + " states is spent";
      } else if (transitions + quietSteps > budget.transitions()) {
        cut = "the budget of " + budget.transitions() + " steps is spent";
      } else if (transitions > stopAfterViolation) {
        cut = "a violation was found, and " + budget.afterViolation() + " steps more were taken";
      }
    }
    return !classes.contradicted();
  }

  private void locks(List<LockEdge> edges) {
    if (!passed) {
      findings.locks(edges, moves, depth);
    }
  }

  /** Comes to a state, with a set of threads that sleep there. */
  private void enter(int asleep) {
    int enabled = stepper.enabled();
    int rest;
    int stored = asleep;
    if (table.find(memory.high(), memory.low())) {
      rest = table.sleep() & ~asleep;
      if (rest == 0) {
        return;
      }
      stored = table.sleep() & asleep;
      table.sleep(stored);
      rest &= enabled;
    } else {
      table.add(memory.high(), memory.low(), asleep);
      states++;
      rest = enabled & ~asleep;
      if (enabled == 0) {
        if (stepper.allEnded()) {
          findings.end(moves, depth);
        } else {
          findings.deadlock(moves, depth);
        }
      }
    }
    if (rest != 0) {
      push(rest, stored);
    }
  }

  private void push(int threads, int asleep) {
    if (depth == todo.length) {
      int room = 2 * depth;
      todo = Arrays.copyOf(todo, room);
      sleep = Arrays.copyOf(sleep, room);
      marks = Arrays.copyOf(marks, room);
      highs = Arrays.copyOf(highs, room);
      lows = Arrays.copyOf(lows, room);
      moves = Arrays.copyOf(moves, room);
      choicesLeft = Arrays.copyOf(choicesLeft, room);
    }
    todo[depth] = threads;
    sleep[depth] = asleep;
    marks[depth] = memory.mark();
    highs[depth] = memory.high();
    lows[depth] = memory.low();
    choicesLeft[depth] = 0;
    depth++;
  }

  private void leave() {
    depth--;
    if (depth > 0) {
      goBack();
    }
  }

  /** Takes back what the current step of the top frame did. */
  private void goBack() {
    memory.undo(marks[depth - 1], highs[depth - 1], lows[depth - 1]);
  }

  /** Takes the next step of the top frame, and enters the state it leads to. */
  private void advance() {
    int frame = depth - 1;
    int thread;
    int choice;
    if (choicesLeft[frame] > 0) {
      thread = Move.thread(moves[frame]);
      choice = Move.choice(moves[frame]) + 1;
      choicesLeft[frame]--;
    } else {
      thread = next(frame);
      choice = 0;
      choicesLeft[frame] = memory.choices(thread) - 1;
      todo[frame] &= ~(1 << thread);
    }
    moves[frame] = Move.of(thread, choice);
    transitions++;
    Node node = memory.at(thread);
    int awake = reductions.sleep() ? asleepAfter(node, sleep[frame] & ~(1 << thread)) : 0;
    if (choicesLeft[frame] == 0 && reductions.sleep()) {
      sleep[frame] |= 1 << thread;
    }
    if (node.kind == Kind.CUT) {
      cut = trees.name(thread) + " does more than " + budget.depth() + " operations in one step";
      return;
    }
    Edge edge = stepper.take(thread, choice);
    if (edge == null) {
      findings.violated(memory.fault(), moves, depth, Found.Goal.OPERATION);
      return;
    }
    quietSteps += stepper.settle(thread) + stepper.settleLast();
    int before = depth;
    enter(awake);
    if (depth == before) {
      goBack();
    }
  }

  /**
   * The thread to try next: the one that went last if it may, since that makes shorter schedules.
   */
  private int next(int frame) {
    if (frame > 0) {
      int same = Move.thread(moves[frame - 1]);
      if ((todo[frame] & 1 << same) != 0) {
        return same;
      }
    }
    return Integer.numberOfTrailingZeros(todo[frame]);
  }

  /** Those of the sleeping threads that sleep on after an operation. */
  private int asleepAfter(Node node, int asleep) {
    int still = asleep;
    for (int rest = asleep; rest != 0; rest &= rest - 1) {
      int thread = Integer.numberOfTrailingZeros(rest);
      if (memory.dependent(node, memory.at(thread))) {
        still &= ~(1 << thread);
      }
    }
    return still;
  }
}
