package org.lostbit.explorer.tree;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lostbit.model.memory.KernelFunction;

/**
 * Reads from the stack where an operation stands.
 *
 * <p>A lock or another primitive of {@code org.lostbit.model.linux} is named only where no method
 * of the kernel proper called it: a reader wants to know who takes {@code mmu_lock}, and the
 * numbered step is the caller's.
 */
final class CallSites {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final String SEAM = "org.lostbit.model.memory.";
  private static final String PRIMITIVES = "org.lostbit.model.linux.";
  private static final String MACHINE = "org.lostbit.explorer.tree.";
  private static final int FRAMES_KEPT = 12;

  private record Site(List<String> frames, String step) {}

  private record MethodKey(Class<?> declaring, String name, String descriptor) {}

  private final Map<Site, Where> known = new HashMap<>();
  private final Map<MethodKey, Optional<KernelFunction>> annotations = new HashMap<>();

  /** The place of the operation that is under way, at the C step {@code step}. */
  Where here(String step) {
    List<StackFrame> frames = WALKER.walk(CallSites::ofModel);
    List<String> shown = new ArrayList<>();
    for (StackFrame frame : frames.subList(0, Math.min(FRAMES_KEPT, frames.size()))) {
      shown.add(frame.getClassName() + "." + frame.getMethodName() + "(" + line(frame) + ")");
    }
    Site site = new Site(shown, step);
    Where where = known.get(site);
    if (where == null) {
      where = read(frames, shown, step);
      known.put(site, where);
    }
    return where;
  }

  private static List<StackFrame> ofModel(Stream<StackFrame> all) {
    return all.dropWhile(frame -> frame.getClassName().startsWith(MACHINE))
        .dropWhile(frame -> frame.getClassName().startsWith(SEAM))
        .takeWhile(frame -> !frame.getClassName().startsWith(MACHINE))
        .toList();
  }

  private Where read(List<StackFrame> frames, List<String> shown, String step) {
    StackFrame line = null;
    KernelFunction function = null;
    for (boolean primitives : new boolean[] {false, true}) {
      for (StackFrame frame : frames) {
        if (frame.getClassName().startsWith(SEAM)
            || (!primitives && frame.getClassName().startsWith(PRIMITIVES))) {
          continue;
        }
        line = line == null ? frame : line;
        function = function == null ? annotation(frame) : function;
      }
    }
    return new Where(
        function == null ? "" : function.name(),
        function == null ? "" : function.file(),
        function == null ? "" : source(function, step),
        line == null ? "" : line(line),
        shown);
  }

  private static String source(KernelFunction function, String step) {
    if (!step.isEmpty()) {
      for (String text : function.steps()) {
        if (text.equals(step) || text.startsWith(step + " ")) {
          return text;
        }
      }
    }
    // The number is a step of a caller.
    return "";
  }

  private static String line(StackFrame frame) {
    return frame.getFileName() + ":" + frame.getLineNumber();
  }

  private KernelFunction annotation(StackFrame frame) {
    MethodKey key =
        new MethodKey(frame.getDeclaringClass(), frame.getMethodName(), frame.getDescriptor());
    return annotations.computeIfAbsent(key, k -> find(frame)).orElse(null);
  }

  private static Optional<KernelFunction> find(StackFrame frame) {
    try {
      Method method =
          frame
              .getDeclaringClass()
              .getDeclaredMethod(frame.getMethodName(), frame.getMethodType().parameterArray());
      return Optional.ofNullable(method.getAnnotation(KernelFunction.class));
    } catch (NoSuchMethodException constructorOrInitializer) {
      return Optional.empty();
    }
  }
}
