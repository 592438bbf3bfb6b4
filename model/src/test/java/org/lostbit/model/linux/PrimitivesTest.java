package org.lostbit.model.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Context;
import org.lostbit.model.memory.Memory;
import org.lostbit.model.memory.ModelViolation;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Violation;
import org.lostbit.model.memory.Word;
import org.lostbit.model.memory.WordArray;

/** What locks, SRCU, interrupts and user copies do for one thread, and what they refuse. */
@Timeout(60)
final class PrimitivesTest {
  private final Actor actor = new Actor(0, "A");
  private final Owner owner = new Owner();
  private final SpinLock spin = new SpinLock(owner, "spin");
  private final Mutex mutex = new Mutex(owner, "mutex");
  private final SrcuStruct srcu = new SrcuStruct("srcu", 2);
  private final Cpu cpu = new Cpu(1);

  private static final class Owner extends Shared {
    private final Word word = new Word(this, "word", 1);

    Owner() {
      super("owner");
    }

    @Override
    protected void poison() {
      word.writePlain(Word.POISON);
    }
  }

  private static Violation violation(Runnable code) {
    return assertThrows(ModelViolation.class, code::run).violation();
  }

  @Test
  void freedMemoryIsPoisoned() {
    Owner object = Memory.alloc(Owner::new);
    assertEquals(1, object.word.readPlain());
    Memory.kfree(object);
    assertEquals(Word.POISON, object.word.readPlain());
  }

  @Test
  void sleepingInAtomicContextIsAViolation() {
    actor.mightSleep("schedule");
    spin.lock(actor);
    assertEquals(
        new Violation(
            Violation.Kind.SLEEP_IN_ATOMIC,
            "A: schedule may sleep, but spin lock owner->spin is held"),
        violation(() -> actor.mightSleep("schedule")));
    assertEquals(Violation.Kind.SLEEP_IN_ATOMIC, violation(() -> mutex.lock(actor)).kind());
    assertEquals(
        Violation.Kind.SLEEP_IN_ATOMIC, violation(() -> srcu.synchronizeExpedited(actor)).kind());
    spin.unlock(actor);

    cpu.localIrqDisable(actor);
    assertEquals(
        "A: schedule may sleep, but interrupts are off",
        violation(() -> actor.mightSleep("schedule")).message());
    cpu.localIrqEnable(actor);

    actor.rcu(1);
    assertEquals(
        "A: schedule may sleep, but inside an RCU read section",
        violation(() -> actor.mightSleep("schedule")).message());
    actor.rcu(-1);

    srcu.readLock(actor);
    mutex.lock(actor);
    actor.mightSleep("schedule");
    mutex.unlock(actor);
    srcu.readUnlock(actor);
    assertEquals(Context.EMPTY, actor.context());
  }

  @Test
  void aLockThatIsHeldIsNotTakenAgain() {
    spin.lock(actor);
    assertEquals(
        new Violation(Violation.Kind.DEADLOCK, "A takes owner->spin, which it holds"),
        violation(() -> spin.lock(actor)));
    spin.unlock(actor);
    mutex.lock(actor);
    assertEquals(Violation.Kind.DEADLOCK, violation(() -> mutex.lock(actor)).kind());
  }

  @Test
  void aLockThatIsNotHeldIsNotGivenBack() {
    assertEquals(
        new Violation(Violation.Kind.ASSERTION, "A unlocks owner->spin, which it does not hold"),
        violation(() -> spin.unlock(actor)));
    assertEquals(Violation.Kind.ASSERTION, violation(() -> mutex.unlock(actor)).kind());
    spin.lock(actor);
    Actor other = new Actor(1, "B");
    assertEquals(Violation.Kind.ASSERTION, violation(() -> spin.unlock(other)).kind());
    spin.unlock(actor);
    assertEquals(Violation.Kind.ASSERTION, violation(() -> spin.unlock(actor)).kind());
  }

  @Test
  void locksAreGivenBackInAnyOrder() {
    SpinLock second = new SpinLock(owner, "second");
    mutex.lock(actor);
    spin.lock(actor);
    second.lock(actor);
    assertEquals(2, actor.context().spinLocks());
    spin.unlock(actor);
    assertEquals(1, actor.context().spinLocks());
    mutex.unlock(actor);
    assertEquals("owner->second", actor.context().held().lockClass());
    second.unlock(actor);
    assertEquals(Context.EMPTY, actor.context());
  }

  @Test
  void anActorGoesBackToAnEarlierContext() {
    Context before = actor.context();
    actor.step("1");
    spin.lock(actor);
    actor.restore(before);
    assertSame(before, actor.context());
    assertEquals("", actor.step());
  }

  @Test
  void readSectionsNest() {
    srcu.readLock(actor);
    srcu.readLock(actor);
    srcu.readUnlock(actor);
    assertEquals(1, actor.context().srcu());
    srcu.readUnlock(actor);
    srcu.synchronizeExpedited(actor);
    srcu.synchronizeExpedited(new Actor(1, "B"));
  }

  @Test
  void aGracePeriodInsideAReadSectionIsAViolation() {
    srcu.readLock(actor);
    assertEquals(
        new Violation(
            Violation.Kind.DEADLOCK,
            "A waits for a grace period of srcu inside a read section of it"),
        violation(() -> srcu.synchronizeExpedited(actor)));
  }

  /** No clock: whoever waits too little sees that the reader was still inside. */
  @Test
  void aGracePeriodWaitsForTheReaderThatWasThere() throws InterruptedException {
    AtomicBoolean inside = new AtomicBoolean(true);
    AtomicBoolean waited = new AtomicBoolean();
    Actor reader = new Actor(1, "B");
    srcu.readLock(reader);
    Thread updater =
        new Thread(
            () -> {
              srcu.synchronizeExpedited(actor);
              waited.set(!inside.get());
            });
    updater.start();
    inside.set(false);
    srcu.readUnlock(reader);
    updater.join();
    assertTrue(waited.get());
  }

  @Test
  void anIpiWithInterruptsOffIsAViolation() {
    actor.irqsOff(1);
    assertEquals(
        new Violation(
            Violation.Kind.DEADLOCK, "A sends an IPI to cpu1 and waits with interrupts off"),
        violation(() -> cpu.awaitInterruptTaken(actor)));
    actor.irqsOff(-1);
    cpu.awaitInterruptTaken(actor); // the target is open: nothing to wait for
  }

  @Test
  void anIpiWaitsOutAnInstruction() throws InterruptedException {
    AtomicBoolean inside = new AtomicBoolean(true);
    AtomicBoolean waited = new AtomicBoolean();
    assertTrue(cpu.beginGuestInstruction());
    cpu.sendInterrupt();
    Thread sender =
        new Thread(
            () -> {
              cpu.awaitInterruptTaken(actor);
              waited.set(!inside.get());
            });
    sender.start();
    inside.set(false);
    cpu.endGuestInstruction();
    sender.join();
    assertTrue(waited.get());
  }

  @Test
  void anInterruptThatWasSentKeepsTheGuestFromItsNextInstruction() {
    assertTrue(cpu.beginGuestInstruction());
    assertFalse(cpu.beginGuestInstruction(), "one at a time");
    cpu.sendInterrupt();
    assertTrue(cpu.isInterruptSent());
    cpu.endGuestInstruction();
    assertFalse(cpu.beginGuestInstruction());
    cpu.awaitInterruptTaken(actor); // between two instructions it is taken at once
    cpu.vmExit(actor);
    assertFalse(cpu.isInterruptSent());
    cpu.vmEntry(actor);
    assertTrue(cpu.beginGuestInstruction());
  }

  @Test
  void anInterruptThatIsSentBeforeEntryWaitsForIt() {
    cpu.localIrqDisable(actor);
    cpu.sendInterrupt();
    cpu.vmEntry(actor);
    assertTrue(cpu.isInterruptSent());
    assertFalse(cpu.beginGuestInstruction());
  }

  @Test
  void entryAndExitKeepTheDepthOfInterruptsOff() {
    cpu.localIrqDisable(actor);
    assertEquals(1, actor.context().irqsOff());
    cpu.vmEntry(actor);
    assertEquals(0, actor.context().irqsOff());
    cpu.awaitInterruptTaken(actor);
    cpu.vmExit(actor);
    assertEquals(1, actor.context().irqsOff());
    cpu.localIrqEnable(actor);
    assertEquals(Context.EMPTY, actor.context());
  }

  @Test
  void aCopyToUserSpaceCopiesOrFaults() {
    WordArray from = new WordArray(owner, "from", 3, 7);
    UserBuffer user = new UserBuffer("user", 3, 1);
    assertEquals(16, user.copyToUser(actor, from, 2)); // the one fault comes as soon as it may
    assertEquals(0, user.word(0).readPlain());
    assertEquals(0, user.copyToUser(actor, from, 2));
    assertEquals(7, user.word(0).readPlain());
    assertEquals(7, user.word(1).readPlain());
    assertEquals(0, user.word(2).readPlain());
  }

  @Test
  void aCopyToUserSpaceMaySleep() {
    WordArray from = new WordArray(owner, "from", 1, 7);
    UserBuffer user = new UserBuffer("user", 1, 0);
    spin.lock(actor);
    assertEquals(
        Violation.Kind.SLEEP_IN_ATOMIC, violation(() -> user.copyToUser(actor, from, 1)).kind());
    assertEquals(0, user.word(0).readPlain());
  }

  @Test
  void anErrorNumberHasItsName() {
    assertEquals("0", Errno.name(0));
    assertEquals("ENOENT", Errno.name(-Errno.ENOENT));
    assertEquals("EEXIST", Errno.name(-17));
    assertEquals("EFAULT", Errno.name(-14));
    assertEquals("EINVAL", Errno.name(-22));
    assertEquals("errno 5", Errno.name(-5));
  }
}
