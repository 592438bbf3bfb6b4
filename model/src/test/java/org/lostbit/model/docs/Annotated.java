package org.lostbit.model.docs;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lostbit.model.kvm.KernelFunctionObject;
import org.lostbit.model.memory.KernelFunction;

/** What the classes of the model say about the C functions that they model. */
final class Annotated {
  private static final Pattern VERSION = Pattern.compile("(v|QEMU )\\d+\\.\\d+");
  private static final Pattern STEP = Pattern.compile("(E|F|)\\d+[a-d]? \\S.*");

  private Annotated() {}

  /** Every class of the model's main sources. */
  static List<Class<?>> classesOfTheModel() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.lostbit.model")
            .stream()
            .<Class<?>>map(type -> type.reflect())
            .sorted((a, b) -> a.getName().compareTo(b.getName()))
            .toList();
  }

  /** The methods of a class that model a C function, in the order of their names. */
  static List<Method> functions(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(KernelFunction.class))
        .sorted((a, b) -> a.getName().compareTo(b.getName()))
        .toList();
  }

  /** What is wrong with a class that stands for a C function; empty if nothing is. */
  static List<String> complaints(Class<?> type) {
    List<String> complaints = new ArrayList<>();
    for (Method method : functions(type)) {
      complaints.addAll(complaints(method));
    }
    if (KernelFunctionObject.class.isAssignableFrom(type)
        && !type.isInterface()
        && !Modifier.isAbstract(type.getModifiers())) {
      for (Method called : calledByTheKernel(type)) {
        Method body = implementation(type, called);
        if (!body.isAnnotationPresent(KernelFunction.class)) {
          complaints.add(name(type, called) + " models a C function and does not say which");
        }
      }
    }
    return complaints;
  }

  private static List<String> complaints(Method method) {
    KernelFunction function = method.getAnnotation(KernelFunction.class);
    String name = name(method.getDeclaringClass(), method);
    List<String> complaints = new ArrayList<>();
    if (function.name().isBlank()) {
      complaints.add(name + " names no C function");
    }
    if (!function.file().matches("([\\w-]+/)+[\\w-]+\\.[ch]")
        && !function.file().equals("hardware")) {
      complaints.add(name + " names no source file: " + function.file());
    }
    if (!VERSION.matcher(function.since()).matches()
        || !(function.until().isEmpty() || VERSION.matcher(function.until()).matches())) {
      complaints.add(name + " gives no versions: " + function.since() + " " + function.until());
    }
    Set<String> numbers = new LinkedHashSet<>();
    for (String step : function.steps()) {
      if (!STEP.matcher(step).matches() || !numbers.add(number(step))) {
        complaints.add(name + " has a step without a number of its own: " + step);
      }
    }
    return complaints;
  }

  /** The number of a step. */
  static String number(String step) {
    return step.split(" ", 2)[0];
  }

  /** The methods by which the kernel calls an object of this class. */
  private static List<Method> calledByTheKernel(Class<?> type) {
    List<Method> called = new ArrayList<>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Class<?> implemented : at.getInterfaces()) {
        if (KernelFunctionObject.class.isAssignableFrom(implemented)) {
          Stream.of(implemented.getDeclaredMethods())
              .filter(method -> Modifier.isAbstract(method.getModifiers()))
              .forEach(called::add);
        }
      }
    }
    return called;
  }

  private static Method implementation(Class<?> type, Method called) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      Optional<Method> own = declared(at, called);
      if (own.isPresent()) {
        return own.get();
      }
    }
    throw new IllegalStateException(type + " does not implement " + called);
  }

  /** The method of the same name and parameters that a class declares itself. */
  static Optional<Method> declared(Class<?> type, Method like) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(like.getName()))
        .filter(method -> Arrays.equals(method.getParameterTypes(), like.getParameterTypes()))
        .findFirst();
  }

  private static String name(Class<?> type, Method method) {
    return type.getSimpleName() + "." + method.getName();
  }
}
