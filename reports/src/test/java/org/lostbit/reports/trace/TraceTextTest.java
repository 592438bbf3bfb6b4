package org.lostbit.reports.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lostbit.claims.verdict.Counterexample;
import org.lostbit.claims.verdict.TraceStep;
import org.lostbit.model.memory.Violation;
import org.lostbit.reports.Fakes;

final class TraceTextTest {
  /** Two steps for each thread, with names and operations that are too long for their columns. */
  private static Counterexample wide(int threads) {
    List<String> names = new ArrayList<>();
    List<TraceStep> steps = new ArrayList<>();
    for (int i = 0; i < 2 * threads; i++) {
      names.add("a thread with a very long name number " + i);
      steps.add(
          new TraceStep(
              i + 1,
              i % threads,
              "a_function_with_a_name_that_is_longer_than_any_column_" + i,
              "virt/kvm/kvm_main.c",
              "",
              "Some.java:1",
              "kvm->memslots->slots[8].dirty_bitmap[0].or.something.as.long.as.that = " + i,
              "cell",
              "0x" + "0".repeat(16),
              "0x" + "f".repeat(16),
              List.of("kvm->slots_lock", "kvm->mmu_lock"),
              i % 3 != 0,
              i == threads ? "the step at which the page is lost, in many words ".repeat(3) : ""));
    }
    return new Counterexample(
        Violation.Kind.LOST_PAGE,
        "lost ".repeat(40),
        "Some/" + "VCPU12.".repeat(60) + "#3f9a",
        false,
        threads,
        names,
        steps,
        "");
  }

  @Test
  void noLineIsLongerThanEightyColumnsForAnyNumberOfThreads() {
    for (int threads = 1; threads <= 6; threads++) {
      TraceText.of(Fakes.catalogue().get(0), wide(threads))
          .lines()
          .forEach(line -> assertTrue(line.length() <= TraceText.WIDTH, line));
    }
  }

  @Test
  void aBrokenScheduleIsWholeAgainWithoutItsBlanks() {
    Counterexample trace = wide(3);
    String text = TraceText.of(Fakes.catalogue().get(0), trace);
    String quoted = text.substring(text.indexOf('\'') + 1, text.lastIndexOf('\''));
    assertEquals(trace.schedule(), quoted.replaceAll("\\s", ""));
  }

  @Test
  void everyVisibleStepAndNoteIsThere() {
    String text = TraceText.of(Fakes.catalogue().get(2), Fakes.trace()).replaceAll("\\s+", "");
    for (TraceStep step : Fakes.trace().steps()) {
      boolean shown = text.contains(step.operation().replaceAll("\\s+", ""));
      assertEquals(step.visible(), shown, step.operation());
      assertTrue(text.contains(step.note().replaceAll("\\s+", "")), step.note());
    }
    assertTrue(text.contains("(2privatesteps)"), text);
  }

  @Test
  void wordsAreBrokenOnlyWhereTheyMustBe() {
    assertEquals(List.of("one two", "three"), Wrapped.lines("one two three", 8));
    assertEquals(List.of("abc->", "defghi", "j"), Wrapped.lines("abc->defghij", 6));
    assertEquals(List.of("a", "b"), Wrapped.lines("a\n\nb", 8));
    assertEquals(List.of(), Wrapped.lines("", 8));
  }
}
