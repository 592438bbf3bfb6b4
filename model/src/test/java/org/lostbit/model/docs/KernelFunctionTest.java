package org.lostbit.model.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lostbit.model.kvm.Kvm;
import org.lostbit.model.kvm.MmuNotifierRetry;
import org.lostbit.model.kvm.NoFastPageFault;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.KernelFunction;
import org.lostbit.model.rules.Sources;

/**
 * Each function of the model says which C function it is, and announces no step that it has not.
 */
final class KernelFunctionTest {
  /** Objects that stand for the absence of a function. */
  private static final Set<Class<?>> ABSENT = Set.of(NoFastPageFault.class);

  @Test
  void everyKernelFunctionSaysWhatItModels() {
    List<Class<?>> classes = Annotated.classesOfTheModel();
    assertTrue(classes.contains(Kvm.class));
    List<String> complaints =
        classes.stream()
            .filter(type -> !ABSENT.contains(type))
            .flatMap(type -> Annotated.complaints(type).stream())
            .toList();
    assertEquals(List.of(), complaints);
  }

  @Test
  void everyStepThatIsAnnouncedIsOneOfTheFunctions() throws ClassNotFoundException {
    List<Announced> announced =
        Sources.ofThisModule().entrySet().stream()
            .flatMap(source -> Announced.in(source.getKey(), source.getValue()).stream())
            .toList();
    assertTrue(announced.size() > 50, "only " + announced.size() + " steps were found");
    List<String> wrong = new ArrayList<>();
    for (Announced step : announced) {
      if (!known(Class.forName(step.type()), step.method()).contains(step.number())) {
        wrong.add(step.toString());
      }
    }
    assertEquals(List.of(), wrong);
  }

  /**
   * The steps that a method may announce: those of its own annotation; without one, those of the
   * method that it overrides; and a helper, those of the functions of its class.
   */
  private static Set<String> known(Class<?> type, String method) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      List<Method> own =
          Annotated.functions(at).stream().filter(one -> one.getName().equals(method)).toList();
      if (!own.isEmpty()) {
        return numbers(own);
      }
    }
    return numbers(Annotated.functions(type));
  }

  private static Set<String> numbers(List<Method> functions) {
    return functions.stream()
        .flatMap(one -> Stream.of(one.getAnnotation(KernelFunction.class).steps()))
        .map(Annotated::number)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  // ---- that the checks can fail ----------------------------------------------------------------

  private static final class Silent implements MmuNotifierRetry {
    @Override
    public boolean mmuNotifierRetry(Kvm kvm, long mmuSeq) {
      return false;
    }
  }

  private static final class Careless implements MmuNotifierRetry {
    @Override
    @KernelFunction(
        name = "",
        file = "somewhere",
        since = "once",
        steps = {"1 first", "1 first again", "no number"})
    public boolean mmuNotifierRetry(Kvm kvm, long mmuSeq) {
      return false;
    }
  }

  @Test
  void aFunctionThatSaysNothingIsRefused() {
    assertEquals(
        List.of("Silent.mmuNotifierRetry models a C function and does not say which"),
        Annotated.complaints(Silent.class));
  }

  @Test
  void aFunctionThatSaysRubbishIsRefused() {
    assertEquals(5, Annotated.complaints(Careless.class).size());
  }

  @Test
  void anObjectForAnAbsentFunctionIsOneThatSaysNothing() {
    for (Class<?> absent : ABSENT) {
      assertEquals(1, Annotated.complaints(absent).size());
    }
  }

  @Test
  void aStepIsFoundWhereverItIsAnnounced() {
    String source =
        """
        package p;
        final class A {
          // actor.step("0")
          void f(Actor actor, boolean b) {
            actor.step("1");
            Runnable r = () -> actor.step(b ? "2" : "3");
          }
          static final class B {
            void g(Actor actor, String s) { actor.step(s); }
          }
        }
        """;
    assertEquals(
        List.of(
            new Announced("p.A", "f", "1"),
            new Announced("p.A", "f", "2"),
            new Announced("p.A", "f", "3"),
            new Announced("p.A$B", "g", "")),
        Announced.in("A.java", source));
    assertEquals("", new Actor(0, "A").step());
  }
}
