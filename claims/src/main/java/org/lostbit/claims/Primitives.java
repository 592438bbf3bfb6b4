package org.lostbit.claims;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lostbit.model.linux.Cpu;
import org.lostbit.model.linux.Mutex;
import org.lostbit.model.linux.SpinLock;
import org.lostbit.model.linux.SrcuStruct;
import org.lostbit.model.linux.UserBuffer;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Memory;
import org.lostbit.model.memory.Program;
import org.lostbit.model.memory.Ref;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Step;
import org.lostbit.model.memory.Violation;
import org.lostbit.model.memory.Word;
import org.lostbit.model.memory.WordArray;

/** What the primitives promise, asked of each by itself. */
final class Primitives {
  private Primitives() {}

  /** Two threads count under a spin lock: does it admit one at a time? */
  static final Primitive SPIN_LOCK_EXCLUDES =
      counting(
          "SL1",
          "SpinLockExcludes",
          "Two threads add to a plain counter under one spin lock: is a step lost?",
          Bench::addUnderSpinLock);

  /** The same under a mutex. */
  static final Primitive MUTEX_EXCLUDES =
      counting(
          "MX1",
          "MutexExcludes",
          "Two threads add to a plain counter under one mutex: is a step lost?",
          Bench::addUnderMutex);

  /** The twin: one thread forgets the lock. */
  static final Primitive SPIN_LOCK_FORGOTTEN =
      counting(
          "SL2",
          "SpinLockForgotten",
          "Two threads add to a plain counter, one of them without the lock: is a step lost?",
          Bench::addUnderLockOfFirst);

  /** A call that may sleep under a spin lock is reported. */
  static final Primitive SLEEP_UNDER_SPIN_LOCK =
      new Primitive(
          "N9",
          "SleepUnderSpinLock",
          "copy_to_user is called with a spin lock held: is it reported?",
          "A: copy_to_user under a spin lock; B: takes the same lock",
          Violation.Kind.SLEEP_IN_ATOMIC,
          List.of("A", "B"),
          () ->
              new Bench()
                  .run(
                      Bench::copyUnderSpinLock,
                      Bench::justLock,
                      Bench::ends,
                      Bench::otherTookLock));

  /** Two locks in both orders are reported though no run deadlocks. */
  static final Primitive LOCK_ORDER_INVERSION =
      new Primitive(
          "LO1",
          "LockOrderInversion",
          "Two spin locks are taken in both orders, never at the same time: is it reported?",
          "A: first, then second; B: the first by itself; then, when both have ended, second, then"
              + " first",
          Violation.Kind.LOCK_ORDER,
          List.of("A", "B"),
          () -> {
            Bench bench = new Bench();
            return bench.run(
                Bench::firstThenSecond,
                Bench::justLock,
                Bench::ends,
                Bench::otherTookLock,
                Bench::secondThenFirst);
          });

  /** After an IPI was waited for, no instruction begun before goes on. */
  static final Primitive IPI_RENDEZVOUS =
      new Primitive(
          "IP1",
          "IpiRendezvous",
          "A guest instruction reads a permission and then stores; the permission is revoked and an IPI"
              + " awaited: can the store come later?",
          "A: revokes and waits; B: one guest instruction",
          Violation.Kind.ASSERTION,
          List.of("A", "B"),
          () ->
              new Bench()
                  .run(
                      Bench::revokeAndWait,
                      Bench::storeIfPermitted,
                      Bench::notLate,
                      Bench::storedOrNot));

  /** The twin: the sender does not wait. */
  static final Primitive IPI_NOT_AWAITED =
      new Primitive(
          "IP2",
          "IpiNotAwaited",
          "As IpiRendezvous, but nobody waits for the IPI: can the store come later?",
          "A: revokes; B: one guest instruction",
          Violation.Kind.ASSERTION,
          List.of("A", "B"),
          () ->
              new Bench()
                  .run(Bench::revoke, Bench::storeIfPermitted, Bench::notLate, Bench::storedOrNot));

  /** A grace period waits for the readers that were there before it. */
  static final Primitive SRCU_GRACE_PERIOD =
      new Primitive(
          "SR1",
          "SrcuGracePeriod",
          "A pointer is replaced, a grace period awaited, the old object freed: can a reader touch it?",
          "A: replaces, waits, frees; B: one read section",
          Violation.Kind.USE_AFTER_FREE,
          List.of("A", "B"),
          () ->
              new Bench()
                  .run(Bench::replaceWaitFree, Bench::read, Bench::ends, Bench::oldOrNewBox));

  private static Primitive counting(
      String id, String scenario, String question, Function<Bench, Step> step) {
    return new Primitive(
        id,
        scenario,
        question,
        "A and B: one addition each",
        Violation.Kind.MUTUAL_EXCLUSION,
        List.of("A", "B"),
        () -> new Bench().run(step, step, Bench::bothCounted, Bench::eitherLast));
  }

  /** The object that {@link Bench} replaces. */
  private static final class Box extends Shared {
    private final Word content;

    Box(long content) {
      super("box");
      this.content = new Word(this, "content", content);
    }

    @Override
    protected void poison() {
      content.writePlain(Word.POISON);
    }
  }

  /** One of each primitive, and the steps that use them. */
  private static final class Bench extends Shared {
    private final SpinLock first = new SpinLock(this, "first");
    private final SpinLock second = new SpinLock(this, "second");
    private final Mutex mutex = new Mutex(this, "mutex");
    private final Word counter = new Word(this, "counter", 0);
    private final Word permission = new Word(this, "permission", 1);
    private final Word data = new Word(this, "data", 0);
    private final Word seen = new Word(this, "seen", -1);
    private final Cpu cpu = new Cpu(1);
    private final SrcuStruct srcu = new SrcuStruct("srcu", 3);
    private final Ref<Box> box = new Ref<>(this, "box", new Box(1));
    private final Word read = new Word(this, "read", 0);
    private final UserBuffer user = new UserBuffer("user", 1, 0);
    private final WordArray kernel = new WordArray(this, "kernel", 1, 0);
    private final Word lastAdder = new Word(this, "last_adder", 0);
    private final Word lockedByOther = new Word(this, "locked_by_other", 0);

    Bench() {
      super("bench");
    }

    Run run(
        Function<Bench, Step> a,
        Function<Bench, Step> b,
        Function<Bench, Optional<String>> ending,
        Function<Bench, List<Run.Interest>> interests) {
      return run(a, b, ending, interests, bench -> actor -> Step.Progress.NEXT);
    }

    Run run(
        Function<Bench, Step> a,
        Function<Bench, Step> b,
        Function<Bench, Optional<String>> ending,
        Function<Bench, List<Run.Interest>> interests,
        Function<Bench, Step> last) {
      return new Run(
          List.of(program(0, "A", a), program(1, "B", b)),
          program(2, "FINAL", last),
          () -> ending.apply(this).map(text -> new Violation(kind(text), text)),
          interests.apply(this),
          () -> "counter=" + counter.readPlain() + " data=" + data.readPlain());
    }

    private List<Run.Interest> eitherLast() {
      return List.of(interest("A adds last", lastAdder, 1), interest("B adds last", lastAdder, 2));
    }

    private List<Run.Interest> otherTookLock() {
      return List.of(interest("B takes the lock too", lockedByOther, 1));
    }

    private List<Run.Interest> storedOrNot() {
      return List.of(
          interest("the store comes before the revocation", data, 1),
          interest("the permission is gone before the instruction", data, 0));
    }

    private List<Run.Interest> oldOrNewBox() {
      return List.of(
          interest("the reader finds the old object", read, 1),
          interest("the reader finds the new object", read, 2));
    }

    private static Run.Interest interest(String what, Word word, long value) {
      return new Run.Interest(what, () -> word.readPlain() == value);
    }

    private static Violation.Kind kind(String text) {
      return text.startsWith("counter")
          ? Violation.Kind.MUTUAL_EXCLUSION
          : Violation.Kind.ASSERTION;
    }

    private Program program(int index, String name, Function<Bench, Step> step) {
      return new Program(new Actor(index, name), List.of(step.apply(this)));
    }

    Step addUnderSpinLock() {
      return actor -> {
        first.lock(actor);
        add(actor);
        first.unlock(actor);
        return Step.Progress.NEXT;
      };
    }

    Step addUnderLockOfFirst() {
      return actor -> {
        if (actor.index() == 0) {
          first.lock(actor);
        }
        add(actor);
        if (actor.index() == 0) {
          first.unlock(actor);
        }
        return Step.Progress.NEXT;
      };
    }

    Step addUnderMutex() {
      return actor -> {
        mutex.lock(actor);
        add(actor);
        mutex.unlock(actor);
        return Step.Progress.NEXT;
      };
    }

    private void add(Actor actor) {
      counter.writePlain(counter.readPlain() + 1);
      lastAdder.writePlain(actor.index() + 1L);
    }

    Optional<String> bothCounted() {
      long count = counter.readPlain();
      return count == 2
          ? Optional.empty()
          : Optional.of("counter is " + count + " after two additions");
    }

    Step copyUnderSpinLock() {
      return actor -> {
        first.lock(actor);
        try {
          user.copyToUser(actor, kernel, 1);
        } finally {
          first.unlock(actor);
        }
        return Step.Progress.NEXT;
      };
    }

    Step justLock() {
      return actor -> {
        first.lock(actor);
        lockedByOther.writePlain(1);
        first.unlock(actor);
        return Step.Progress.NEXT;
      };
    }

    Step firstThenSecond() {
      return actor -> {
        first.lock(actor);
        second.lock(actor);
        second.unlock(actor);
        first.unlock(actor);
        return Step.Progress.NEXT;
      };
    }

    Step secondThenFirst() {
      return actor -> {
        second.lock(actor);
        first.lock(actor);
        first.unlock(actor);
        second.unlock(actor);
        return Step.Progress.NEXT;
      };
    }

    Step revokeAndWait() {
      return actor -> {
        permission.writeOnce(0);
        cpu.sendInterrupt();
        cpu.awaitInterruptTaken(actor);
        seen.writePlain(data.readOnce());
        return Step.Progress.NEXT;
      };
    }

    Step revoke() {
      return actor -> {
        permission.writeOnce(0);
        cpu.sendInterrupt();
        seen.writePlain(data.readOnce());
        return Step.Progress.NEXT;
      };
    }

    Step storeIfPermitted() {
      return actor -> {
        if (cpu.beginGuestInstruction()) {
          if (permission.readOnce() != 0) {
            data.writeOnce(1);
          }
          cpu.endGuestInstruction();
        }
        return Step.Progress.NEXT;
      };
    }

    Optional<String> notLate() {
      return seen.readPlain() == data.readPlain()
          ? Optional.empty()
          : Optional.of("the store came after the permission was revoked and the IPI sent");
    }

    Step replaceWaitFree() {
      return actor -> {
        Box fresh = Memory.alloc(() -> new Box(2));
        Box old = box.readPlain();
        box.rcuAssignPointer(fresh);
        srcu.synchronizeExpedited(actor);
        Memory.kfree(old);
        return Step.Progress.NEXT;
      };
    }

    Step read() {
      return actor -> {
        srcu.readLock(actor);
        read.writePlain(box.rcuDereference().content.readPlain());
        srcu.readUnlock(actor);
        return Step.Progress.NEXT;
      };
    }

    Optional<String> ends() {
      return read.readPlain() == Word.POISON
          ? Optional.of("the reader saw freed memory")
          : Optional.empty();
    }
  }
}
