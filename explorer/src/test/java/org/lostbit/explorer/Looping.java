package org.lostbit.explorer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.lostbit.claims.Run;
import org.lostbit.explorer.Small.Thing;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Context;
import org.lostbit.model.memory.Ghost;
import org.lostbit.model.memory.Memory;
import org.lostbit.model.memory.Ref;
import org.lostbit.model.memory.Step;
import org.lostbit.model.memory.Until;
import org.lostbit.model.memory.Violation;
import org.lostbit.model.memory.Word;

/**
 * A small program made from a seed, with what {@link Generated} leaves out: steps that are repeated
 * until a cell says stop, locks that are held across operations and steps and inside each other,
 * and objects that are made on some paths only.
 */
final class Looping {
  private static final int LOCKS = 3;
  private static final int KINDS = 17;

  /** An operation. */
  private record Op(int kind, int cell, int lock, int operand) {}

  /** A step, and whether it is repeated while its first cell is 0. */
  private record Part(List<Op> ops, boolean polls) {
    @Override
    public String toString() {
      return ops + (polls ? " polls" : "");
    }
  }

  private final Part[][] threads;
  private final int cells;

  Looping(long seed) {
    Random random = new Random(seed);
    cells = 2 + random.nextInt(2);
    threads = new Part[2 + random.nextInt(2)][];
    for (int t = 0; t < threads.length; t++) {
      threads[t] = new Part[1 + random.nextInt(3)];
      for (int s = 0; s < threads[t].length; s++) {
        Op[] ops = new Op[1 + random.nextInt(3)];
        for (int i = 0; i < ops.length; i++) {
          ops[i] =
              new Op(
                  random.nextInt(KINDS),
                  random.nextInt(cells),
                  random.nextInt(LOCKS),
                  1 + random.nextInt(2));
        }
        threads[t][s] = new Part(List.of(ops), random.nextInt(3) == 0);
      }
    }
  }

  @Override
  public String toString() {
    return cells + " cells, " + Arrays.deepToString(threads);
  }

  /** The system, built anew. */
  Run run() {
    return new Built().small().run();
  }

  private final class Built {
    private final Thing globals = new Thing("g");
    private final Word[] word = new Word[cells];
    private final Word[] lock = new Word[LOCKS];
    private final Ref<Thing> pointer = new Ref<>(globals, "p", new Thing("first"));
    private final Word[] out = new Word[threads.length];
    private final Ghost[] ghost = new Ghost[threads.length];

    Built() {
      Arrays.setAll(word, i -> globals.also("x" + i, 0));
      Arrays.setAll(lock, i -> globals.also("lock" + i, 0));
      Arrays.setAll(out, t -> globals.also("out" + t, 0));
      Arrays.setAll(ghost, t -> new Ghost(globals, "ghost" + t, 0));
    }

    Small small() {
      Small small = new Small();
      for (int t = 0; t < threads.length; t++) {
        Step[] steps = new Step[threads[t].length + 1];
        for (int s = 0; s < threads[t].length; s++) {
          Part part = threads[t][s];
          steps[s] = actor -> step(actor, part);
        }
        steps[threads[t].length] = Small.once(this::unlockAll);
        small.steps("T" + t, steps);
      }
      return small.outcome(this::outcome);
    }

    private String outcome() {
      StringBuilder text = new StringBuilder();
      for (Word w : word) {
        text.append(w.readOnce()).append(' ');
      }
      for (int t = 0; t < threads.length; t++) {
        text.append(out[t].readOnce()).append('/').append(ghost[t].value()).append(' ');
      }
      return text.toString();
    }

    private Step.Progress step(Actor actor, Part part) {
      long r = 0;
      for (Op op : part.ops) {
        r = one(actor, op, word[op.cell], r) & 3;
      }
      if (part.polls) {
        return word[part.ops.get(0).cell].readOnce() == 0
            ? Step.Progress.AGAIN
            : Step.Progress.NEXT;
      }
      if (r != 0) {
        out[actor.index()].writePlain(r);
      }
      return Step.Progress.NEXT;
    }

    private boolean holds(Actor actor, Word cell) {
      for (Context.Held held = actor.context().held(); held != null; held = held.next()) {
        if (held.cell() == cell.id()) {
          return true;
        }
      }
      return false;
    }

    private void toggle(Actor actor, Word cell) {
      if (holds(actor, cell)) {
        actor.released(cell.label(), cell);
        cell.storeRelease(0);
      } else {
        actor.acquiring(cell.label(), cell);
        cell.awaitCas(0, 1);
        actor.acquired(cell.label(), cell, true);
      }
    }

    private void unlockAll(Actor actor) {
      for (Word cell : lock) {
        if (holds(actor, cell)) {
          toggle(actor, cell);
        }
      }
    }

    private long one(Actor actor, Op op, Word w, long r) {
      int n = op.operand;
      switch (op.kind) {
        case 0, 1 -> {
          return w.readOnce() + r;
        }
        case 2, 3 -> w.writeOnce(n);
        case 4 -> w.writeOnce(0);
        case 5 -> {
          return w.xchg(n);
        }
        case 6, 7, 8, 9 -> toggle(actor, lock[op.lock]);
        case 10 -> w.await(Until.NOT_EQUAL, 0);
        case 11 -> ghost[actor.index()].note(r + n);
        case 12 -> {
          Ghost mine = ghost[actor.index()];
          Memory.observe(
              () ->
                  mine.value() == 1 && w.readOnce() == n
                      ? Optional.of(new Violation(Violation.Kind.ASSERTION, n + " in " + w))
                      : Optional.empty());
        }
        case 13 -> {
          return Memory.choose("E") ? n : 0;
        }
        case 14 -> {
          if (r != 0) {
            pointer.rcuAssignPointer(Memory.alloc(() -> new Thing("made")));
          }
        }
        case 15 -> {
          Thing seen = pointer.rcuDereference();
          return seen == null ? r + 1 : seen.word.xchg(n) + r;
        }
        default -> {
          if (r != 0) {
            Memory.kfree(pointer.xchg(null));
          }
        }
      }
      return r;
    }
  }
}
