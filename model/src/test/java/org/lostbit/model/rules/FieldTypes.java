package org.lostbit.model.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import org.lostbit.model.memory.Actor;

/**
 * The types that a field of modelled code may have: primitives and strings, enums, classes of the
 * model (whose own fields obey the same rule), and lists and arrays of these.
 *
 * <p>Two things cannot be decided from class files, and the explorer's check for determinism is
 * what is left for them: that a list was made by {@code List.copyOf}, and that no element of an
 * array is replaced later. Arrays of primitives are refused altogether: they are shared memory.
 */
final class FieldTypes extends ArchCondition<JavaField> {
  private static final Set<String> VALUES =
      Set.of("java.lang.String", "java.lang.Long", "java.lang.Integer", "java.lang.Boolean");
  private static final String MODEL = "org.lostbit.";

  FieldTypes() {
    super("have the type of a cell, of a value or of another object of the model");
  }

  @Override
  public void check(JavaField field, ConditionEvents events) {
    events.add(
        new SimpleConditionEvent(
            field,
            allowed(field.getType()),
            field.getFullName() + " has type " + field.getType().getName()));
  }

  private static boolean allowed(JavaType type) {
    JavaClass erasure = type.toErasure();
    if (erasure.isArray()) {
      JavaClass component = erasure.getComponentType();
      return !component.isPrimitive() && !component.isArray() && allowed(component);
    }
    if (erasure.isEquivalentTo(List.class)) {
      return type instanceof JavaParameterizedType list
          && list.getActualTypeArguments().stream().allMatch(FieldTypes::allowed);
    }
    return erasure.isPrimitive()
        || VALUES.contains(erasure.getName())
        || (erasure.getName().startsWith(MODEL) && !erasure.isEquivalentTo(Actor.class));
  }
}
