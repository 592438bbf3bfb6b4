package org.lostbit.model.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lostbit.model.docs.Golden;

/**
 * The table of the JVM machine is complete and true: the accesses that the byte code of each
 * operation can make are those that its rows name, no fewer and no more.
 *
 * <p>That set_bit is not stronger than the kernel's cannot be shown by running on x86, where every
 * locked instruction is a full barrier. What is shown is that the relaxed operations name and use
 * nothing but opaque and plain accesses, which in the model of Java's access modes order nothing.
 */
final class JvmModeTest {
  private static final JavaClasses MACHINE =
      new ClassFileImporter().importPackages("org.lostbit.model.memory");
  private static final Pattern ACCESS =
      Pattern.compile("\\b(?:get|set|weakCompareAnd|compareAnd)\\w*|\\w+Fence\\b");

  /** Each operation of {@link Machine} that touches memory, and its rows. */
  private static Map<String, Set<JvmMode>> rows() {
    Map<String, Set<JvmMode>> rows = new TreeMap<>();
    Set<JvmMode> reads = EnumSet.of(JvmMode.READ_PLAIN, JvmMode.READ_ONCE, JvmMode.LOAD_ACQUIRE);
    Set<JvmMode> fetches =
        EnumSet.of(JvmMode.RMW_FULL, JvmMode.RMW_ACQUIRE, JvmMode.RMW_RELEASE, JvmMode.RMW_RELAXED);
    rows.put("read(Word,Order)", reads);
    rows.put("test(Word,long,Order)", reads);
    rows.put(
        "write(Word,long,Order)",
        EnumSet.of(JvmMode.WRITE_PLAIN, JvmMode.WRITE_ONCE, JvmMode.STORE_RELEASE));
    rows.put("fetch(Rmw,Word,long,Order)", fetches);
    rows.put("testAndModify(Rmw,Word,long,Order)", fetches);
    rows.put(
        "modify(Rmw,Word,long,Order)",
        EnumSet.of(JvmMode.RMW_FULL, JvmMode.RMW_RELEASE, JvmMode.RMW_RELAXED));
    Set<JvmMode> exchanges =
        EnumSet.of(
            JvmMode.CMPXCHG,
            JvmMode.CMPXCHG_ACQUIRE,
            JvmMode.CMPXCHG_RELEASE,
            JvmMode.CMPXCHG_RELAXED);
    rows.put("cmpxchg(Word,long,long,Order)", exchanges);
    rows.put("tryCmpxchg(Word,long,long,Order)", exchanges);
    rows.put("read(Ref,Order)", EnumSet.of(JvmMode.READ_PLAIN, JvmMode.READ_ONCE));
    rows.put("rcuDereference(Ref)", EnumSet.of(JvmMode.RCU_DEREFERENCE));
    rows.put(
        "write(Ref,Shared,Order)",
        EnumSet.of(JvmMode.WRITE_PLAIN, JvmMode.WRITE_ONCE, JvmMode.RCU_ASSIGN_POINTER));
    rows.put("xchg(Ref,Shared)", EnumSet.of(JvmMode.XCHG_POINTER));
    rows.put("tryCmpxchg(Ref,Shared,Shared)", EnumSet.of(JvmMode.TRY_CMPXCHG_POINTER));
    rows.put("fence(Barrier)", EnumSet.of(JvmMode.SMP_MB, JvmMode.SMP_RMB, JvmMode.SMP_WMB));
    rows.put("await(Word,Until,long)", EnumSet.of(JvmMode.AWAIT));
    rows.put("awaitCas(Word,long,long)", EnumSet.of(JvmMode.AWAIT_CAS));
    rows.put("note(Word,long)", EnumSet.of(JvmMode.GHOST));
    return rows;
  }

  /** Operations that touch no memory of the model. */
  private static final Set<String> NO_ACCESS =
      Set.of(
          "name()",
          "born(Shared)",
          "register(Cell,long)",
          "alloc(Supplier)",
          "kfree(Shared)",
          "choose(String)",
          "observe(Observation)",
          "lockOrder(String,String)",
          "violated(Violation)");

  @Test
  void everyOperationOfTheMachineHasItsRow() {
    Set<String> known = new TreeSet<>(rows().keySet());
    known.addAll(NO_ACCESS);
    Set<String> declared =
        Stream.of(Machine.class.getDeclaredMethods())
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .map(JvmModeTest::signature)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(declared, known);
  }

  @Test
  void everyRowIsUsed() {
    assertEquals(
        EnumSet.allOf(JvmMode.class),
        rows().values().stream()
            .flatMap(Collection::stream)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(JvmMode.class))));
  }

  @TestFactory
  Stream<DynamicTest> everyOperationMakesTheAccessesOfItsRowsAndNoOthers() {
    return rows().entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getKey(),
                    () ->
                        assertEquals(
                            row.getValue().stream()
                                .flatMap(mode -> accesses(mode).stream())
                                .collect(Collectors.toCollection(TreeSet::new)),
                            reachable(row.getKey()))));
  }

  @Test
  void relaxedOperationsAskForNoOrder() {
    for (JvmMode relaxed :
        List.of(
            JvmMode.RMW_RELAXED,
            JvmMode.CMPXCHG_RELAXED,
            JvmMode.READ_ONCE,
            JvmMode.WRITE_ONCE,
            JvmMode.READ_PLAIN,
            JvmMode.WRITE_PLAIN,
            JvmMode.GHOST)) {
      for (String access : accesses(relaxed)) {
        assertTrue(
            Set.of("get", "set", "getOpaque", "setOpaque", "weakCompareAndSetPlain")
                .contains(access),
            relaxed + " uses " + access);
      }
    }
    assertEquals(
        Set.of("getOpaque", "weakCompareAndSetPlain"),
        reachable("fetchRelaxed(Rmw,Word,long)"),
        "set_bit and kin");
    assertEquals(
        Set.of("getOpaque", "weakCompareAndSetPlain"), reachable("cmpxchgRelaxed(Word,long,long)"));
  }

  @Test
  void oneSidedOperationsAskForOneSide() {
    for (String access : reachable("fetchAcquire(Rmw,Word,long)")) {
      assertTrue(access.endsWith("Acquire"), access);
    }
    for (String access : reachable("fetchRelease(Rmw,Word,long)")) {
      assertTrue(access.endsWith("Release"), access);
    }
  }

  @Test
  void anOperationThatDoesNotExistIsNoticed() {
    assertFalse(MACHINE.get(JvmMachine.class).getMethods().isEmpty());
    assertEquals(Set.of(), accesses("nothing of the kind"));
    assertEquals(
        Set.of("getAndSet", "getAndBitwiseOr", "getAndBitwiseAnd", "getAndAdd", "fullFence"),
        accesses("fullFence, getAndXxx, fullFence"));
  }

  @Test
  void thePageIsUpToDate() {
    StringBuilder page =
        new StringBuilder(
            """
            # The JVM machine: which access stands for which operation

            Each operation of the memory seam runs on the JVM as the VarHandle access whose strength is
            nearest to the kernel's, and never stronger where a weaker one exists. A test compares this
            table with the byte code of the machine.

            | kernel | VarHandle | why |
            |---|---|---|
            """);
    for (JvmMode mode : JvmMode.values()) {
      page.append("| %s | %s | %s |\n".formatted(mode.kernel(), mode.access(), mode.reason()));
    }
    Golden.check("jvm-machine.md", page.toString());
  }

  private static Set<String> accesses(JvmMode mode) {
    return accesses(mode.access());
  }

  private static Set<String> accesses(String words) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = ACCESS.matcher(words);
    while (matcher.find()) {
      if (matcher.group().contains("Xxx")) {
        for (String each : List.of("Set", "BitwiseOr", "BitwiseAnd", "Add")) {
          names.add(matcher.group().replace("Xxx", each));
        }
      } else {
        names.add(matcher.group());
      }
    }
    return names;
  }

  /** The methods of VarHandle that a method of the machine can come to. */
  private static Set<String> reachable(String operation) {
    Set<String> names = new TreeSet<>();
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> open = new ArrayDeque<>();
    open.add(
        MACHINE.get(JvmMachine.class).getMethods().stream()
            .filter(method -> signature(method.reflect()).equals(operation))
            .findFirst()
            .orElseThrow(() -> new AssertionError("the machine has no " + operation)));
    while (!open.isEmpty()) {
      JavaCodeUnit code = open.remove();
      if (!seen.add(code)) {
        continue;
      }
      for (JavaAccess<?> call : code.getCallsFromSelf()) {
        JavaClass owner = call.getTargetOwner();
        if (owner.isEquivalentTo(VarHandle.class)) {
          names.add(call.getTarget().getName());
        } else if (owner.isEquivalentTo(JvmMachine.class)) {
          owner.getCodeUnits().stream()
              .filter(unit -> unit.getFullName().equals(call.getTarget().getFullName()))
              .forEach(open::add);
        } else if (owner.getName().startsWith(JvmMachine.class.getName() + "$")) {
          // An attempt that is handed to the wait strategy.
          owner.getMethods().stream()
              .filter(method -> method.getName().equals("succeeds"))
              .forEach(open::add);
        }
      }
    }
    return names;
  }

  private static String signature(Method method) {
    return method.getName()
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(",", "(", ")"));
  }
}
