package org.lostbit.explorer.search;

import java.util.Arrays;
import org.lostbit.explorer.tree.Edge;
import org.lostbit.explorer.tree.Kind;
import org.lostbit.explorer.tree.Trees;

/**
 * Walks the graph of states without sleep sets, from the first state to every end. It counts the
 * interleavings of visible steps that a search stands for, by dynamic programming, and looks for
 * states from which there is no way to an end.
 *
 * <p>An interleaving that comes back to a state of its own past is not counted again, a state
 * beyond the limit counts as one path, and the number saturates; {@link #exact} says whether one of
 * these happened.
 *
 * <p>States that can all come back to each other are a strongly connected component (found as
 * Tarjan does). Components are completed from the ends backward; one is hopeless if it has neither
 * an end in it nor a step into a component that is not.
 */
final class Interleavings {
  private static final long OPEN = -1;

  /** The mark of a state whose component is complete. */
  private static final long COMPLETE = -1;

  /** The mark of a state from which there is no way to an end. */
  private static final long HOPELESS = -2;

  private final Trees trees;
  private final Sequential memory;
  private final Stepper stepper;
  private final long limit;
  private final CountTable table = new CountTable();
  private boolean exact = true;
  private boolean whole = true;
  private Found lost;

  private int depth;
  private int[] todo = new int[1024];
  private int[] moves = new int[1024];
  private int[] choicesLeft = new int[1024];
  private int[] marks = new int[1024];
  private long[] highs = new long[1024];
  private long[] lows = new long[1024];
  private long[] sums = new long[1024];
  private long[] lowest = new long[1024];
  private long[] indices = new long[1024];
  private boolean[] wayOut = new boolean[1024];
  private long met;

  // The states whose component is not complete yet.
  private int open;
  private long[] openHighs = new long[1024];
  private long[] openLows = new long[1024];

  /** A count with the cell classes of a finished search, up to a number of states. */
  Interleavings(Trees trees, Stepper stepper, long limit) {
    this.trees = trees;
    this.stepper = stepper;
    this.memory = stepper.memory();
    this.limit = limit;
  }

  /** Whether the number is exact; if not, there are at least that many. */
  boolean exact() {
    return exact;
  }

  /** Whether no state was beyond the limit. */
  boolean whole() {
    return whole;
  }

  /** The way to a state from which there is no way to an end; {@code null} if there is none. */
  Found lost() {
    return lost;
  }

  /** The number of interleavings that come to an end. */
  long count() {
    memory.reset();
    return countFromHere();
  }

  /** The same, from the state where the memory is. */
  long countFromHere() {
    for (int t = 0; t < stepper.last(); t++) {
      stepper.settle(t);
    }
    stepper.settleLast();
    long paths = enter();
    if (depth == 0) {
      return paths;
    }
    while (true) {
      int frame = depth - 1;
      if (choicesLeft[frame] == 0 && todo[frame] == 0) {
        long sum = sums[frame];
        table.find(highs[frame], lows[frame]);
        table.set(sum);
        if (lowest[frame] == indices[frame]) {
          complete(frame, wayOut[frame] ? COMPLETE : HOPELESS);
        }
        depth--;
        if (depth == 0) {
          return sum;
        }
        lowest[depth - 1] = Math.min(lowest[depth - 1], lowest[frame]);
        wayOut[depth - 1] |= wayOut[frame];
        add(sum);
        memory.undo(marks[depth - 1], highs[depth - 1], lows[depth - 1]);
      } else {
        advance(frame);
      }
    }
  }

  private void add(long more) {
    long sum = sums[depth - 1] + more;
    if (sum < 0) {
      exact = false;
      sum = Long.MAX_VALUE;
    }
    sums[depth - 1] = sum;
  }

  /** Nothing else belongs to the component of a frame's state, which is the first met of it. */
  private void complete(int frame, long mark) {
    if (mark == HOPELESS && lost == null) {
      lost =
          new Found(Deadlock.in(trees, memory), Move.list(moves, frame), Found.Goal.LIVELOCK, null);
    }
    boolean isFirst;
    do {
      open--;
      isFirst = openHighs[open] == highs[frame] && openLows[open] == lows[frame];
      table.find(openHighs[open], openLows[open]);
      table.mark(mark);
    } while (!isFirst);
    // A later state of the same component would have been lower.
    lowest[frame] = Long.MAX_VALUE;
  }

  private void wayOut() {
    if (depth > 0) {
      wayOut[depth - 1] = true;
    }
  }

  /** The number of paths from the state where the memory is; if a frame was pushed, 0. */
  private long enter() {
    if (table.find(memory.high(), memory.low())) {
      if (table.mark() == COMPLETE) {
        wayOut();
      } else if (table.mark() != HOPELESS) {
        lowest[depth - 1] = Math.min(lowest[depth - 1], table.mark());
        // A number that was taken before the cycle was closed leaves out the ways round it.
        exact = false;
      }
      return table.get() == OPEN ? 0 : table.get();
    }
    int enabled = stepper.enabled();
    if (enabled == 0) {
      wayOut();
      return 1;
    }
    if (table.size() >= limit) {
      exact = false;
      whole = false;
      wayOut();
      return 1;
    }
    table.add(memory.high(), memory.low(), OPEN);
    table.mark(++met);
    push(enabled);
    return 0;
  }

  private void push(int threads) {
    if (depth == todo.length) {
      int room = 2 * depth;
      todo = Arrays.copyOf(todo, room);
      moves = Arrays.copyOf(moves, room);
      choicesLeft = Arrays.copyOf(choicesLeft, room);
      marks = Arrays.copyOf(marks, room);
      highs = Arrays.copyOf(highs, room);
      lows = Arrays.copyOf(lows, room);
      sums = Arrays.copyOf(sums, room);
      lowest = Arrays.copyOf(lowest, room);
      indices = Arrays.copyOf(indices, room);
      wayOut = Arrays.copyOf(wayOut, room);
    }
    if (open == openHighs.length) {
      openHighs = Arrays.copyOf(openHighs, 2 * open);
      openLows = Arrays.copyOf(openLows, 2 * open);
    }
    openHighs[open] = memory.high();
    openLows[open++] = memory.low();
    lowest[depth] = met;
    indices[depth] = met;
    wayOut[depth] = false;
    todo[depth] = threads;
    choicesLeft[depth] = 0;
    marks[depth] = memory.mark();
    highs[depth] = memory.high();
    lows[depth] = memory.low();
    sums[depth] = 0;
    depth++;
  }

  private void advance(int frame) {
    int thread;
    int choice = 0;
    if (choicesLeft[frame] > 0) {
      thread = Move.thread(moves[frame]);
      choice = Move.choice(moves[frame]) + 1;
      choicesLeft[frame]--;
    } else {
      thread = Integer.numberOfTrailingZeros(todo[frame]);
      todo[frame] &= todo[frame] - 1;
      choicesLeft[frame] = memory.choices(thread) - 1;
    }
    moves[frame] = Move.of(thread, choice);
    Edge edge = memory.at(thread).kind == Kind.CUT ? null : stepper.take(thread, choice);
    if (edge == null) {
      wayOut();
      add(1);
      return;
    }
    stepper.settle(thread);
    stepper.settleLast();
    int before = depth;
    long paths = enter();
    if (depth == before) {
      add(paths);
      memory.undo(marks[frame], highs[frame], lows[frame]);
    }
  }
}
