package org.lostbit.explorer.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.lostbit.explorer.tree.Edge;
import org.lostbit.explorer.tree.Fingerprint;
import org.lostbit.explorer.tree.Kind;
import org.lostbit.explorer.tree.Trees;
import org.lostbit.model.memory.Violation;

/**
 * The execution with the fewest changes of thread, and among those the fewest steps, that breaks a
 * property: a search in the order of that cost over states and the thread that went last.
 *
 * <p>Here a thread does its invisible steps only when it is scheduled, directly before its next
 * visible one, so that they are counted with the run that needs them, and not at all where nothing
 * needs them. A state is rebuilt from its path rather than stored: a path is a few hundred steps on
 * the trees.
 */
final class ShortestSearch {
  /** A move that does invisible steps only, up to an end, a wait or the goal. */
  static final int UNSEEN = 0xff;

  private final Trees trees;
  private final Stepper stepper;
  private final Sequential memory;
  private final Found goal;
  private final long limit;
  private final StateTable closed = new StateTable();
  private final int maxChanges;
  private final int maxSteps;

  // One entry per way to a state: how it was reached, and what it cost.
  private int entries;
  private int[] parent = new int[1024];
  private int[] move = new int[1024];
  private int[] steps = new int[1024];
  private boolean[] reachesGoal = new boolean[1024];

  // Entries with the changes of thread of now, and with one more, by the number of steps.
  private List<IntList> now = new ArrayList<>();
  private List<IntList> later = new ArrayList<>();

  /**
   * A search for something as bad as {@code goal}, but cheaper than what is known.
   *
   * @param changes the changes of thread of the execution known
   * @param length its steps
   * @param limit the most states
   */
  ShortestSearch(Trees trees, Stepper stepper, Found goal, int changes, int length, long limit) {
    this.trees = trees;
    this.stepper = stepper;
    this.memory = stepper.memory();
    this.goal = goal;
    this.maxChanges = changes;
    this.maxSteps = length;
    this.limit = limit;
  }

  /** A growing list of numbers. */
  private static final class IntList {
    private int[] numbers = new int[8];
    private int size;

    void add(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number;
    }
  }

  /** What a search came to. */
  enum Answer {
    /** Something cheaper. */
    FOUND,
    /** Nothing is cheaper than what is known. */
    NONE,
    /** The limit was reached. */
    UNKNOWN
  }

  private Found cheaper;
  private Violation violation;
  private Found.Goal reachedBy;

  /** The cheaper execution, after {@link Answer#FOUND}. */
  Found cheaper() {
    return cheaper;
  }

  Answer run() {
    add(-1, 0, 0, false, now);
    for (int changes = 0; changes <= maxChanges; changes++) {
      for (int cost = 0; cost < now.size(); cost++) {
        // Entries of the same cost may be added while the list is walked.
        IntList bucket = now.get(cost);
        for (int i = 0; i < bucket.size; i++) {
          if (changes == maxChanges && cost >= maxSteps) {
            return Answer.NONE;
          }
          if (visit(bucket.numbers[i], changes)) {
            return Answer.FOUND;
          }
          if (closed.size() > limit) {
            return Answer.UNKNOWN;
          }
        }
        now.set(cost, new IntList());
      }
      now = later;
      later = new ArrayList<>();
    }
    return Answer.NONE;
  }

  /** Takes the cheapest entry; whether it is the goal. */
  private boolean visit(int entry, int changes) {
    if (rebuild(entry)) {
      return true;
    }
    int last = entry == 0 ? -1 : Move.thread(move[entry]);
    long high = memory.high() ^ Fingerprint.high(1L << 40, last);
    long low = memory.low() ^ Fingerprint.low(1L << 40, last);
    if (closed.find(high, low)) {
      return false;
    }
    closed.add(high, low, 0);
    int mark = memory.mark();
    long h = memory.high();
    long l = memory.low();
    for (int enabled = stepper.enabled(); enabled != 0; enabled &= enabled - 1) {
      int thread = Integer.numberOfTrailingZeros(enabled);
      boolean changed = last >= 0 && thread != last;
      if (!changed || changes < maxChanges) {
        expand(entry, thread, changed ? later : now);
        memory.undo(mark, h, l);
      }
    }
    return false;
  }

  private void expand(int entry, int thread, List<IntList> queue) {
    int done = unseen(thread);
    if (done < 0) {
      add(entry, Move.of(thread, UNSEEN), -done, true, queue);
      return;
    }
    int choices = memory.at(thread).kind == Kind.CUT ? 0 : memory.choices(thread);
    if (choices == 0) {
      if (done > 0) {
        add(entry, Move.of(thread, UNSEEN), done, false, queue);
      }
      return;
    }
    int mark = memory.mark();
    long high = memory.high();
    long low = memory.low();
    for (int choice = 0; choice < choices; choice++) {
      boolean leaf = memory.at(thread).kind == Kind.VIOLATE;
      Edge edge = stepper.take(thread, choice);
      boolean reached =
          edge == null
              ? goal.goal() != Found.Goal.LOCK_EDGE
                  && memory.fault().kind() == goal.violation().kind()
              : shows(edge);
      if (edge != null || reached) {
        add(entry, Move.of(thread, choice), done + (leaf ? 0 : 1), reached, queue);
      }
      memory.undo(mark, high, low);
    }
  }

  /** Does a thread's invisible steps; their number, negative if the last of them is the goal. */
  private int unseen(int thread) {
    for (int i = 0; i < Stepper.QUIET_LIMIT; i++) {
      Edge edge = stepper.takeQuietly(thread);
      if (edge == null) {
        return i;
      }
      if (shows(edge)) {
        return -(i + 1);
      }
    }
    return Stepper.QUIET_LIMIT;
  }

  private boolean shows(Edge edge) {
    return goal.goal() == Found.Goal.LOCK_EDGE && edge.locks().contains(goal.edge());
  }

  /** Whether the state itself breaks the property: everybody has ended, or nobody can go on. */
  private boolean atGoal() {
    violation = null;
    if (goal.goal() == Found.Goal.LOCK_EDGE || stepper.enabled() != 0) {
      return false;
    }
    boolean ended = stepper.allEnded();
    Violation shown =
        ended ? Ending.broken(trees, memory).orElse(null) : Deadlock.in(trees, memory);
    if (shown == null || shown.kind() != goal.violation().kind()) {
      return false;
    }
    violation = shown;
    reachedBy = ended ? Found.Goal.END : Found.Goal.DEADLOCK;
    return true;
  }

  private void add(int from, int by, int cost, boolean goalThere, List<IntList> queue) {
    if (entries == parent.length) {
      parent = Arrays.copyOf(parent, 2 * entries);
      move = Arrays.copyOf(move, 2 * entries);
      steps = Arrays.copyOf(steps, 2 * entries);
      reachesGoal = Arrays.copyOf(reachesGoal, 2 * entries);
    }
    int whole = from < 0 ? 0 : steps[from] + cost;
    parent[entries] = from;
    move[entries] = by;
    steps[entries] = whole;
    reachesGoal[entries] = goalThere;
    while (queue.size() <= whole) {
      queue.add(new IntList());
    }
    queue.get(whole).add(entries++);
  }

  /** Goes to the state of an entry; whether the property is broken there. */
  private boolean rebuild(int entry) {
    List<Move> path = new ArrayList<>();
    for (int e = entry; parent[e] >= 0; e = parent[e]) {
      path.add(new Move(Move.thread(move[e]), Move.choice(move[e])));
    }
    Collections.reverse(path);
    memory.reset();
    Violation broken = null;
    for (Move one : path) {
      unseen(one.thread());
      if (one.choice() != UNSEEN && stepper.take(one.thread(), one.choice()) == null) {
        broken = memory.fault();
      }
    }
    if (reachesGoal[entry]) {
      boolean inversion = goal.goal() == Found.Goal.LOCK_EDGE;
      violation = inversion ? goal.violation() : broken;
      reachedBy = inversion ? Found.Goal.LOCK_EDGE : Found.Goal.OPERATION;
    } else if (!atGoal()) {
      return false;
    }
    cheaper = new Found(violation, path, reachedBy, goal.edge());
    return true;
  }
}
