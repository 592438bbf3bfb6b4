package org.lostbit.lincheck;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.strategy.IncorrectResultsFailure;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.junit.jupiter.api.Test;

/**
 * A word of the log is linearizable: marks, the harvest of the word and the clearing of a mask each
 * take place at one instant. (A retrieval of the whole log is not, and need not be.)
 *
 * <p>Each scenario ends with a look at the word: without it a lost bit still has an order that
 * explains every answer.
 */
class LogWordTest {
  private static final int INVOCATIONS = 2000;

  private record Call(String method, List<Object> arguments) {}

  private static final Call MARK_0 = new Call("mark", List.of(0));
  private static final Call MARK_1 = new Call("mark", List.of(1));
  private static final Call TEST_AND_MARK_0 = new Call("testAndMark", List.of(0));
  private static final Call HARVEST = new Call("harvest", List.of());
  private static final Call CLEAR_0 = new Call("clear", List.of(1L));

  private static final List<Call> CALLS =
      List.of(MARK_0, MARK_1, TEST_AND_MARK_0, HARVEST, CLEAR_0);

  @Test
  void twoCallsAlwaysHaveAnOrder() {
    List<List<List<Call>>> scenarios = new ArrayList<>();
    for (Call one : CALLS) {
      for (Call other : CALLS.subList(CALLS.indexOf(one), CALLS.size())) {
        scenarios.add(List.of(List.of(one), List.of(other)));
      }
    }
    check(LogWord.class, scenarios);
  }

  @Test
  void longerThreadsAndThreeThreadsHaveAnOrderToo() {
    check(
        LogWord.class,
        List.of(
            List.of(List.of(MARK_0, HARVEST), List.of(MARK_1, CLEAR_0)),
            List.of(List.of(MARK_0, MARK_1), List.of(HARVEST, HARVEST)),
            List.of(List.of(TEST_AND_MARK_0, CLEAR_0), List.of(TEST_AND_MARK_0, HARVEST)),
            List.of(List.of(MARK_0), List.of(MARK_1), List.of(HARVEST))));
  }

  @Test
  void twoMarkersThatAreNotAtomicLoseABit() {
    assertNoOrder(NonAtomicMark.class, List.of(MARK_0), List.of(MARK_1));
  }

  @Test
  void harvestByLoadAndZeroLosesABit() {
    assertNoOrder(ReadThenZero.class, List.of(HARVEST), List.of(MARK_0));
  }

  private static void assertNoOrder(Class<?> twin, List<Call> one, List<Call> other) {
    LincheckAssertionError error =
        assertThrows(LincheckAssertionError.class, () -> check(twin, List.of(List.of(one, other))));
    assertInstanceOf(IncorrectResultsFailure.class, error.getFailure$lincheck());
    assertTrue(error.getMessage().contains("get()"), error.getMessage());
  }

  private static void check(Class<?> word, List<List<List<Call>>> scenarios) {
    ModelCheckingOptions options = new ModelCheckingOptions();
    options
        .iterations(0)
        .invocationsPerIteration(INVOCATIONS)
        .minimizeFailedScenario(false)
        .sequentialSpecification(SequentialWord.class);
    for (ManagedStrategyGuarantee guarantee : Overlooked.guarantees()) {
      options.addGuarantee(guarantee);
    }
    for (List<List<Call>> threads : scenarios) {
      List<List<Actor>> parallel =
          threads.stream()
              .map(calls -> calls.stream().map(call -> actor(word, call)).toList())
              .toList();
      options.addCustomScenario(
          new ExecutionScenario(
              List.of(), parallel, List.of(actor(word, new Call("get", List.of()))), null));
    }
    options.check(word);
  }

  private static Actor actor(Class<?> word, Call call) {
    Method method =
        Arrays.stream(word.getMethods())
            .filter(m -> m.getName().equals(call.method()))
            .findFirst()
            .orElseThrow();
    return new Actor(method, call.arguments());
  }
}
