package org.lostbit.explorer.search;

import java.util.Arrays;
import org.lostbit.explorer.tree.Kind;
import org.lostbit.explorer.tree.Node;
import org.lostbit.explorer.tree.Trees;
import org.lostbit.model.memory.Violation;

/**
 * Dynamic partial-order reduction with source sets and sleep sets: at each state only those threads
 * are tried that an observed race asks for.
 *
 * <p>Races are asked for of every thread at every state, of blocked ones too: an operation that
 * waits races with an earlier one of another thread if it could have gone on before it.
 */
public final class SourceDpor extends Stateless {
  private long asleep;
  private int[] backtrack = new int[256];
  private int[] enabledAt = new int[256];
  // The clock of an event: how many events of each thread happen before it or are it.
  private int[][] clocks = new int[256][];
  private final int[] lastEvent;

  /** A walk of at most {@code limit} executions. */
  public SourceDpor(Trees trees, long limit) {
    super(trees, limit);
    lastEvent = new int[trees.threads()];
    Arrays.fill(lastEvent, -1);
  }

  /** How many executions were given up because all that was left to do had been done elsewhere. */
  public long asleep() {
    return asleep;
  }

  @Override
  void broke(Violation violation) {}

  @Override
  void walk() {
    explore(0);
  }

  private void explore(int sleeping) {
    if (depth == backtrack.length) {
      backtrack = Arrays.copyOf(backtrack, 2 * depth);
      enabledAt = Arrays.copyOf(enabledAt, 2 * depth);
      clocks = Arrays.copyOf(clocks, 2 * depth);
    }
    for (int t = 0; t < last; t++) {
      if (!halted(t) && memory.at(t).kind != Kind.END) {
        races(t);
      }
    }
    int enabled = enabled();
    if (enabled == 0) {
      finish();
      return;
    }
    int awake = enabled & ~sleeping;
    if (awake == 0) {
      asleep++;
      return;
    }
    int level = depth;
    int sleep = sleeping;
    enabledAt[level] = enabled;
    backtrack[level] = Integer.lowestOneBit(awake);
    while ((backtrack[level] & ~sleep) != 0 && !spent()) {
      int t = Integer.numberOfTrailingZeros(backtrack[level] & ~sleep);
      Node node = memory.at(t);
      int after = asleepAfter(node, sleep);
      int choices = memory.choices(t);
      for (int c = 0; c < choices && !spent(); c++) {
        int previous = lastEvent[t];
        Undo undo = step(t, c);
        clocks[level] = clock(t, node, level);
        lastEvent[t] = level;
        explore(after);
        lastEvent[t] = previous;
        back(undo);
      }
      sleep |= 1 << t;
    }
  }

  private int[] clock(int thread, Node node, int level) {
    int[] clock = new int[trees.threads()];
    for (int i = 0; i < level; i++) {
      boolean same = Move.thread(moves[i]) == thread;
      if (same || thread == last || memory.dependent(nodes[i], node)) {
        for (int t = 0; t < clock.length; t++) {
          clock[t] = Math.max(clock[t], clocks[i][t]);
        }
      }
    }
    clock[thread]++;
    return clock;
  }

  private boolean happensBefore(int event, int[] clock) {
    int thread = Move.thread(moves[event]);
    return clock[thread] >= clocks[event][thread];
  }

  /**
   * Finds the earlier operations that race with a thread's next one, and asks for the reversals.
   */
  private void races(int thread) {
    Node next = memory.at(thread);
    int[] past = lastEvent[thread] < 0 ? new int[trees.threads()] : clocks[lastEvent[thread]];
    for (int i = depth - 1; i >= 0; i--) {
      if (Move.thread(moves[i]) == thread
          || !memory.dependent(nodes[i], next)
          || happensBefore(i, past)
          || !couldGoOn(thread, next, i)) {
        continue;
      }
      int initials = initials(thread, next, past, i);
      if ((initials & backtrack[i]) == 0) {
        backtrack[i] |=
            (initials & 1 << thread) != 0 ? 1 << thread : Integer.lowestOneBit(initials);
      }
    }
  }

  /** Whether an operation that waits could have gone on just before event {@code i}. */
  private boolean couldGoOn(int thread, Node next, int i) {
    if (next.kind != Kind.AWAIT && next.kind != Kind.AWAIT_CAS) {
      return true;
    }
    if (nodes[i].cell != next.cell) {
      // Freed, or observed: both let nobody touch the cell between, so the thread stood there then.
      return (enabledAt[i] & 1 << thread) != 0 || nodes[i].kind == Kind.KFREE;
    }
    return next.kind == Kind.AWAIT ? next.until.holds(before[i], next.a) : before[i] == next.a;
  }

  /** The threads that may come first in what happened after event {@code i} without it. */
  private int initials(int thread, Node next, int[] past, int i) {
    int first = 0;
    int seen = 0;
    for (int j = i + 1; j < depth; j++) {
      int t = Move.thread(moves[j]);
      if (happensBefore(i, clocks[j])) {
        continue;
      }
      if ((seen & 1 << t) == 0 && noneBetween(i, j, clocks[j])) {
        first |= 1 << t;
      }
      seen |= 1 << t;
    }
    if ((seen & 1 << thread) == 0) {
      boolean free = true;
      for (int j = i + 1; j < depth && free; j++) {
        boolean inSequence = !happensBefore(i, clocks[j]);
        free = !inSequence || !(memory.dependent(nodes[j], next) || happensBefore(j, past));
      }
      if (free) {
        first |= 1 << thread;
      }
    }
    return first;
  }

  /** Whether no event of the sequence between {@code i} and {@code j} happens before {@code j}. */
  private boolean noneBetween(int i, int j, int[] clock) {
    for (int k = i + 1; k < j; k++) {
      if (!happensBefore(i, clocks[k]) && happensBefore(k, clock)) {
        return false;
      }
    }
    return true;
  }
}
