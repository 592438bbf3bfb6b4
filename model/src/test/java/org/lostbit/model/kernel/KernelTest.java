package org.lostbit.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lostbit.model.kvm.GetDirtyLog;
import org.lostbit.model.kvm.KernelFunctionObject;
import org.lostbit.model.kvm.KernelFunctions;
import org.lostbit.model.kvm.RequestAndKick;
import org.lostbit.model.kvm.TestAndSetBitMark;

/** A kernel is a value; {@code with} replaces what it is told to, and nothing else. */
final class KernelTest {
  private static final class OtherMark extends TestAndSetBitMark {}

  private static final class OtherFlush extends RequestAndKick {}

  private static final class NoFunctionAtAll implements KernelFunctionObject {}

  /** An interface that no kernel calls. */
  private interface Unknown extends KernelFunctionObject {}

  private static final class UnknownFunction implements Unknown {}

  @Test
  void aNameSaysBaseAndChange() {
    assertEquals("v3.5", Kernel.V3_5.name());
    assertEquals("v3.5+other-mark", Kernel.V3_5.with(new OtherMark()).name());
    assertEquals(
        "v3.6+other-mark+other-flush",
        Kernel.V3_6.with(new OtherMark(), new OtherFlush()).toString());
    assertEquals("v3.5+merge-back-on-fault", Kernel.V3_5.with(new MergeBackOnFault()).name());
  }

  @Test
  void withReplacesExactlyOneFunction() throws ReflectiveOperationException {
    OtherMark mark = new OtherMark();
    Kernel changed = Kernel.V3_6.with(mark);
    assertSame(mark, changed.markPageDirty());
    assertNotSame(mark, Kernel.V3_6.markPageDirty());
    assertEquals(List.of("markPageDirty"), differences(Kernel.V3_6, changed));
  }

  @Test
  void theLaterEraDiffersInItsThreeFunctions() throws ReflectiveOperationException {
    assertEquals(
        List.of("fastPageFault", "mmuSpteUpdate", "setSpte"),
        differences(Kernel.V3_5, Kernel.V3_6));
  }

  private static List<String> differences(Kernel one, Kernel other)
      throws ReflectiveOperationException {
    List<String> different = new ArrayList<>();
    int functions = 0;
    for (Method method : KernelFunctions.class.getMethods()) {
      if (method.getParameterCount() == 0) {
        functions++;
        if (method.invoke(one) != method.invoke(other)) {
          different.add(method.getName());
        }
      }
    }
    assertEquals(12, functions, "functions of a kernel");
    different.sort(null);
    return different;
  }

  @Test
  void everyFunctionOfAKernelIsThere() throws ReflectiveOperationException {
    for (Kernel kernel : List.of(Kernel.V3_5, Kernel.V3_6)) {
      for (Method method : KernelFunctions.class.getMethods()) {
        if (method.getParameterCount() == 0) {
          assertTrue(
              method.getReturnType().isInstance(method.invoke(kernel)), kernel + " " + method);
        }
      }
    }
  }

  @Test
  void anObjectThatModelsNoFunctionIsRefused() {
    for (KernelFunctionObject object :
        Arrays.asList(new NoFunctionAtAll(), new UnknownFunction())) {
      String message = refusal(object);
      assertEquals(
          object.getClass().getName()
              + " models no function of the kernel: implement one of the interfaces that"
              + " KernelFunctions lists",
          message);
    }
  }

  @Test
  void twoObjectsForOneFunctionAreRefused() {
    assertEquals(
        "other-mark and other-mark replace the same function; a kernel has one of each",
        refusal(new OtherMark(), new OtherMark()));
  }

  @Test
  void anObjectWithoutANameIsRefused() {
    GetDirtyLog lambda = (kvm, actor, id, log) -> 0;
    KernelFunctionObject anonymous = new TestAndSetBitMark() {};
    for (KernelFunctionObject nameless : List.of(lambda, anonymous)) {
      assertTrue(
          refusal(nameless)
              .endsWith("has no name that a kernel could carry: make it a class of its own"));
    }
  }

  @Test
  void noChangeIsRefused() {
    assertEquals("v3.5 with no other function is v3.5 itself", refusal());
  }

  private static String refusal(KernelFunctionObject... changed) {
    return assertThrows(IllegalArgumentException.class, () -> Kernel.V3_5.with(changed))
        .getMessage();
  }
}
