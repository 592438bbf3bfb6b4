package org.lostbit.explorer.search;

import java.util.Arrays;
import org.lostbit.explorer.tree.Edge;
import org.lostbit.explorer.tree.Kind;

/**
 * Counts the interleavings of visible steps that a search stands for: the paths from the first
 * state to an end, by dynamic programming over the graph of states without sleep sets. Saturates.
 *
 * <p>An interleaving that comes back to a state of its own past is not counted again, and a state
 * beyond the limit counts as one path; {@link #exact} says whether either happened.
 */
final class Interleavings {
  private static final long OPEN = -1;

  private final Sequential memory;
  private final Stepper stepper;
  private final long limit;
  private final CountTable table = new CountTable();
  private boolean exact = true;

  private int depth;
  private int[] todo = new int[1024];
  private int[] moves = new int[1024];
  private int[] choicesLeft = new int[1024];
  private int[] marks = new int[1024];
  private long[] highs = new long[1024];
  private long[] lows = new long[1024];
  private long[] sums = new long[1024];

  /** A count with the cell classes of a finished search, up to a number of states. */
  Interleavings(Stepper stepper, long limit) {
    this.stepper = stepper;
    this.memory = stepper.memory();
    this.limit = limit;
  }

  /** Whether the number is exact; if not, there are at least that many. */
  boolean exact() {
    return exact;
  }

  long count() {
    memory.reset();
    for (int t = 0; t < stepper.last(); t++) {
      stepper.settle(t);
    }
    stepper.settleLast();
    long whole = enter();
    if (depth == 0) {
      return whole;
    }
    while (true) {
      int frame = depth - 1;
      if (choicesLeft[frame] == 0 && todo[frame] == 0) {
        long sum = sums[frame];
        table.find(highs[frame], lows[frame]);
        table.set(sum);
        depth--;
        if (depth == 0) {
          return Math.max(1, sum);
        }
        add(sum);
        memory.undo(marks[depth - 1], highs[depth - 1], lows[depth - 1]);
      } else {
        advance(frame);
      }
    }
  }

  private void add(long more) {
    long sum = sums[depth - 1] + more;
    sums[depth - 1] = sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** The number of paths from the state where the memory is; if a frame was pushed, 0. */
  private long enter() {
    if (table.find(memory.high(), memory.low())) {
      if (table.get() == OPEN) {
        exact = false;
        return 0;
      }
      return table.get();
    }
    int enabled = stepper.enabled();
    if (enabled == 0) {
      return 1;
    }
    if (table.size() >= limit) {
      exact = false;
      return 1;
    }
    table.add(memory.high(), memory.low(), OPEN);
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
    }
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
