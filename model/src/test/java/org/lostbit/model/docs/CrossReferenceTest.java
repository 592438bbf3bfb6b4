package org.lostbit.model.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lostbit.model.memory.KernelFunction;

/** {@code docs/cross-reference.md}: which Java method is which C function. */
final class CrossReferenceTest {
  private static final String HEAD =
      """
      # Cross-reference: C functions and their models

      Made from the annotations of the code; a test keeps it up to date. Versions are those
      in which the function has this form. A step is larger or smaller than in C only where the last column
      says so.

      | C function | file | versions | Java | steps | where the model differs |
      |---|---|---|---|---|---|
      """;

  /** What one row is about. */
  private record Key(String file, String name, String versions) {}

  /** What the row says. */
  private static final class Row {
    private final Set<String> java = new LinkedHashSet<>();
    private final Set<String> steps = new TreeSet<>(CrossReferenceTest::inOrder);
    private final Set<String> differs = new LinkedHashSet<>();
  }

  @Test
  void thePageIsUpToDate() {
    Map<String, String> rows = new TreeMap<>();
    for (Map.Entry<Key, Row> entry : rows().entrySet()) {
      Key key = entry.getKey();
      Row row = entry.getValue();
      rows.put(
          key.file() + " " + key.name() + " " + key.versions(),
          "| `%s` | %s | %s | %s | %s | %s |\n"
              .formatted(
                  key.name(),
                  key.file(),
                  key.versions(),
                  String.join(", ", row.java),
                  String.join(" ", row.steps),
                  String.join("; ", row.differs)));
    }
    assertTrue(rows.size() > 10, "the functions of the model were not found");
    Golden.check("cross-reference.md", HEAD + String.join("", rows.values()));
  }

  /** 2 before 10, 5 before 5a. */
  private static int inOrder(String one, String other) {
    return Comparator.comparing((String step) -> step.replaceAll("\\d.*", ""))
        .thenComparing(step -> Integer.parseInt(step.replaceAll("\\D", "")))
        .thenComparing(Comparator.naturalOrder())
        .compare(one, other);
  }

  private static Map<Key, Row> rows() {
    Map<Key, Row> rows = new LinkedHashMap<>();
    for (Class<?> type : Annotated.classesOfTheModel()) {
      List<Method> functions = Annotated.functions(type);
      for (Method method : functions) {
        KernelFunction function = method.getAnnotation(KernelFunction.class);
        String versions =
            function.until().isEmpty()
                ? "since " + function.since()
                : function.since() + " to " + function.until();
        Key key = new Key(function.file(), function.name(), versions);
        Row row = rows.computeIfAbsent(key, none -> new Row());
        row.java.add(type.getSimpleName() + "." + method.getName());
        Arrays.stream(function.steps()).map(Annotated::number).forEach(row.steps::add);
        if (!function.differs().isEmpty()) {
          row.differs.add(function.differs().replace("|", "\\|"));
        }
      }
    }
    return rows;
  }
}
