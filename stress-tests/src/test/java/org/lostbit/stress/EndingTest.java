package org.lostbit.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lostbit.model.memory.Violation;

/** What a fork writes is what its parent reads. */
class EndingTest {
  @Test
  void everyEndingIsReadAsItWasWritten() {
    for (Violation.Kind kind : Violation.Kind.values()) {
      roundTrip(new Ending.Broken(new Violation(kind, "gfn 3, of slot 8, is lost")));
    }
    roundTrip(new Ending.Held());
    roundTrip(new Ending.Dropped());
    roundTrip(new Ending.Failed("java.lang.Error at Foo.bar(Foo.java:1)"));
  }

  private static void roundTrip(Ending ending) {
    assertEquals(Optional.of(ending), Ending.read(ending.written()));
  }

  @Test
  void whatIsNoEndingIsNotTakenForOne() {
    assertEquals(Optional.empty(), Ending.read(""));
    assertEquals(Optional.empty(), Ending.read("null"));
    assertEquals(Optional.empty(), Ending.read("held" + Ending.SEPARATOR));
    assertEquals(
        Optional.empty(),
        Ending.read("broken" + Ending.SEPARATOR + "NO_SUCH_KIND" + Ending.SEPARATOR + "text"));
  }

  @Test
  void aMessageCannotForgeAnotherField() {
    Violation forged = new Violation(Violation.Kind.DEADLOCK, "a" + Ending.SEPARATOR + "b\nc");
    assertEquals(
        Optional.of(new Ending.Broken(new Violation(Violation.Kind.DEADLOCK, "a b c"))),
        Ending.read(new Ending.Broken(forged).written()));
  }
}
