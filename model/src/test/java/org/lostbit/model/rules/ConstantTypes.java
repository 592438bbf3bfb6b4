package org.lostbit.model.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.invoke.VarHandle;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Cell;
import org.lostbit.model.memory.Ghost;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.WordArray;

/**
 * The types that a constant may have: primitives, strings, VarHandles, and classes of the project
 * that have only final fields and are no shared memory.
 */
final class ConstantTypes extends ArchCondition<JavaField> {
  ConstantTypes() {
    super("have the type of a value");
  }

  @Override
  public void check(JavaField field, ConditionEvents events) {
    events.add(
        new SimpleConditionEvent(
            field,
            allowed(field.getRawType()),
            field.getFullName() + " has type " + field.getRawType().getName()));
  }

  private static boolean allowed(JavaClass type) {
    if (type.isPrimitive()
        || type.isEquivalentTo(String.class)
        || type.isEquivalentTo(VarHandle.class)) {
      return true;
    }
    boolean shared =
        type.isAssignableTo(Shared.class)
            || type.isAssignableTo(Cell.class)
            || type.isEquivalentTo(WordArray.class)
            || type.isEquivalentTo(Ghost.class)
            || type.isEquivalentTo(Actor.class);
    return type.getName().startsWith("org.lostbit.")
        && !type.isArray()
        && !shared
        && type.getAllFields().stream()
            .filter(field -> field.getOwner().getName().startsWith("org.lostbit."))
            .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL));
  }
}
