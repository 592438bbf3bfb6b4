package org.lostbit.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.lostbit.claims.Run;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Ghost;
import org.lostbit.model.memory.Memory;
import org.lostbit.model.memory.Order;
import org.lostbit.model.memory.Ref;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Step;
import org.lostbit.model.memory.Until;
import org.lostbit.model.memory.Violation;
import org.lostbit.model.memory.Word;

/**
 * A small program made from a seed: two or three threads on two or three cells and a pointer, with
 * every kind of operation. What a thread does depends on what it has read.
 */
public final class Generated {
  private static final int KINDS = 24;
  private static final int STORE = 3;
  private static final int NOTE = 18;
  private static final int OBSERVE = 19;

  private record Op(int kind, int cell, int operand) {}

  private final List<List<List<Op>>> threads = new ArrayList<>();
  private final List<Op> last;
  private final int cells;
  private final boolean bodyAgain;

  /** The program of a seed, of about {@code size} operations. */
  public Generated(long seed, int size) {
    Random random = new Random(seed);
    cells = 2 + random.nextInt(2);
    bodyAgain = random.nextInt(4) == 0;
    int count = 2 + random.nextInt(2);
    // Few kinds in one program, so that operations of one kind meet.
    int[] kinds = random.ints(6, 0, KINDS).toArray();
    if (random.nextInt(3) == 0) {
      kinds[0] = OBSERVE;
      kinds[1] = random.nextBoolean() ? NOTE : STORE;
    }
    int left = size;
    for (int t = 0; t < count; t++) {
      List<List<Op>> steps = new ArrayList<>();
      int ops = Math.max(1, left / (count - t));
      left -= ops;
      int inFirst = 1 + random.nextInt(ops);
      steps.add(some(random, kinds, inFirst));
      if (ops > inFirst) {
        steps.add(some(random, kinds, ops - inFirst));
      }
      threads.add(steps);
    }
    last = random.nextInt(3) == 0 ? some(random, kinds, 1) : List.of();
  }

  private List<Op> some(Random random, int[] kinds, int count) {
    List<Op> ops = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ops.add(
          new Op(
              kinds[random.nextInt(kinds.length)], random.nextInt(cells), 1 + random.nextInt(2)));
    }
    return ops;
  }

  @Override
  public String toString() {
    return cells + " cells, " + threads + (bodyAgain ? ", twice" : "") + ", last " + last;
  }

  /** The system, built anew. */
  public Run run() {
    return new Built().small().run();
  }

  private static final class Node extends Shared {
    final Word value;

    Node(String label, long value) {
      super(label);
      this.value = new Word(this, "value", value);
    }
  }

  private final class Built {
    private final Node globals = new Node("g", 0);
    private final Word[] word = new Word[cells];
    private final Ref<Node> pointer;
    private final Word[] out = new Word[threads.size() + 1];
    private final Word[] counter = new Word[threads.size()];
    private final Ghost[] ghost = new Ghost[threads.size() + 1];

    Built() {
      for (int i = 0; i < cells; i++) {
        word[i] = new Word(globals, "x" + i, 0);
      }
      pointer = new Ref<>(globals, "p", new Node("first", 0));
      for (int t = 0; t <= threads.size(); t++) {
        out[t] = new Word(globals, "out" + t, 0);
        ghost[t] = new Ghost(globals, "ghost" + t, 0);
      }
      for (int t = 0; t < threads.size(); t++) {
        counter[t] = new Word(globals, "counter" + t, 0);
      }
    }

    Small small() {
      Small small = new Small();
      for (int t = 0; t < threads.size(); t++) {
        List<Step> steps = new ArrayList<>();
        for (int s = 0; s < threads.get(t).size(); s++) {
          List<Op> ops = threads.get(t).get(s);
          boolean twice = bodyAgain && t == 0 && s == 0;
          steps.add(actor -> step(actor, ops, twice));
        }
        small.steps("T" + t, steps.toArray(new Step[0]));
      }
      return small
          .last(actor -> step(actor, last, false))
          .ending(() -> sum() == 7 ? broken("the cells sum up to 7") : Optional.empty())
          .outcome(this::outcome);
    }

    private Optional<Violation> broken(String how) {
      return Optional.of(new Violation(Violation.Kind.ASSERTION, how));
    }

    private long sum() {
      long sum = 0;
      for (Word w : word) {
        sum += w.readOnce();
      }
      return sum;
    }

    private String outcome() {
      StringBuilder text = new StringBuilder();
      for (Word w : word) {
        text.append(Long.toHexString(w.readOnce())).append(' ');
      }
      for (int t = 0; t < out.length; t++) {
        text.append(out[t].readOnce()).append('/').append(ghost[t].value()).append(' ');
      }
      Node node = pointer.readOnce();
      return text + (node == null ? "NULL" : node.label() + node.value.readOnce());
    }

    private Step.Progress step(Actor actor, List<Op> ops, boolean twice) {
      int self = actor.index();
      long r = 0;
      for (Op op : ops) {
        r = one(actor, op, word[op.cell], r) & 7;
      }
      if (r != 0) {
        out[self].writePlain(out[self].readPlain() * 8 + r);
      }
      if (twice) {
        long n = counter[self].readPlain();
        counter[self].writePlain(n + 1);
        return n == 0 ? Step.Progress.AGAIN : Step.Progress.NEXT;
      }
      return Step.Progress.NEXT;
    }

    private long one(Actor actor, Op op, Word w, long r) {
      int n = op.operand;
      switch (op.kind) {
        case 0, 1 -> {
          return w.readOnce() + r;
        }
        case 2 -> w.writeOnce(n + r);
        case STORE -> w.writeOnce(n);
        case 4 -> {
          return r + w.xchg(n);
        }
        case 5 -> w.setBit(n);
        case 6 -> w.clearBit(n - 1);
        case 7 -> {
          return w.testAndSetBit(n) ? r + 1 : r;
        }
        case 8 -> {
          return w.tryCmpxchg(0, n) ? r + 1 : r + 2;
        }
        case 9 -> {
          return w.cmpxchg(n - 1, n, Order.RELAXED) + r;
        }
        case 10 -> w.await(n == 1 ? Until.NOT_EQUAL : Until.BITS_CLEAR, 1);
        case 11 -> {
          actor.acquiring(w.label(), w);
          w.awaitCas(0, 4);
          actor.acquired(w.label(), w, false);
          try {
            w.fetchAdd(0);
          } finally {
            actor.released(w.label(), w);
            w.storeRelease(0);
          }
        }
        case 12 -> Memory.smpMb();
        case 13 -> {
          return Memory.choose("E" + n) ? r + n : r;
        }
        case 14 -> pointer.rcuAssignPointer(Memory.alloc(() -> new Node("made", n)));
        case 15 -> {
          Node node = pointer.rcuDereference();
          return node == null ? r + 3 : r + node.value.readOnce();
        }
        case 16 -> Memory.kfree(pointer.xchg(null));
        case 17 -> {
          Node node = pointer.rcuDereference();
          if (node != null && pointer.tryCmpxchg(node, null)) {
            Memory.kfree(node);
          }
        }
        case NOTE -> ghost[actor.index()].note(r + n);
        case OBSERVE ->
            Memory.observe(
                () -> {
                  long sum = ghostSum() + word[0].readOnce() + 2 * word[1].readOnce();
                  return sum > 2 && (sum & 1) == (n & 1)
                      ? broken("a sum of " + sum)
                      : Optional.empty();
                });
        case 20 -> {
          if (r == 2) {
            throw Memory.violation(Violation.Kind.MUTUAL_EXCLUSION, actor + " read 2");
          }
        }
        case 21 -> {
          return w.testBit(n) ? r + 1 : r;
        }
        case 22 -> w.atomicAdd(n);
        default -> {
          Node mine = Memory.alloc(() -> new Node("own", 0));
          mine.value.writePlain(n);
          long held = mine.value.readPlain();
          if (n == 1) {
            Memory.kfree(mine);
          }
          return r + held;
        }
      }
      return r;
    }

    private long ghostSum() {
      long sum = 0;
      for (Ghost g : ghost) {
        sum += g.value();
      }
      return sum;
    }
  }
}
