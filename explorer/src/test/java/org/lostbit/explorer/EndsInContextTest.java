package org.lostbit.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.lostbit.claims.verdict.Counterexample;
import org.lostbit.explorer.Small.Thing;
import org.lostbit.explorer.search.Budget;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Violation;

/** A thread that ends leaves nothing locked, disabled or open. */
final class EndsInContextTest {
  private static String message(Small.Body body, boolean last) {
    Exploration found =
        Explorer.explore(
            () -> (last ? new Small().last(body) : new Small().thread("A", body)).run(),
            Budget.standard());
    Counterexample shown = assertInstanceOf(Exploration.Broken.class, found).counterexample();
    assertEquals(Violation.Kind.ASSERTION, shown.kind());
    return shown.message();
  }

  @Test
  void aLockIsHeld() {
    Exploration found =
        Explorer.explore(
            () -> {
              Thing lock = new Thing("lock");
              return new Small()
                  .thread("A", actor -> locked(actor, lock, lock.word.testBit(1)))
                  .thread("B", actor -> lock.word.setBit(1))
                  .run();
            },
            Budget.standard());
    assertEquals(
        "A ends holding lock",
        assertInstanceOf(Exploration.Broken.class, found).counterexample().message());
  }

  private static void locked(Actor actor, Thing lock, boolean forgets) {
    actor.acquiring("lock", lock.word);
    actor.acquired("lock", lock.word, true);
    if (!forgets) {
      actor.released("lock", lock.word);
    }
  }

  @Test
  void interruptsAreOffOrASectionIsOpen() {
    assertEquals("A ends with interrupts off", message(actor -> actor.irqsOff(1), false));
    assertEquals("A ends inside an RCU read section", message(actor -> actor.rcu(1), false));
    assertEquals("A ends inside an SRCU read section", message(actor -> actor.srcu(1), false));
    assertEquals(
        "A ends in another context than it began in", message(actor -> actor.srcu(-1), false));
  }

  @Test
  void theLastThreadToo() {
    assertEquals(
        "LAST ends with interrupts off, inside an RCU read section",
        message(
            actor -> {
              actor.irqsOff(1);
              actor.rcu(1);
            },
            true));
  }
}
