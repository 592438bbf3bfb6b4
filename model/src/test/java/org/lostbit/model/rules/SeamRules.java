package org.lostbit.model.rules;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;

/**
 * What holds for modelled code: an engine decides what every access to shared memory sees, and runs
 * a thread again and again, so nothing may pass the seam by and every run must be the same.
 */
public final class SeamRules {
  /** Fields never change: what changes is a cell. */
  public static final ArchRule FIELDS_ARE_FINAL =
      fields()
          .that()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .beFinal()
          .because("a plain field that changes is memory which no engine sees");

  /** What a final field refers to is a cell, a value or another object of the model. */
  public static final ArchRule FIELD_TYPES =
      fields()
          .that()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .and()
          .areNotStatic()
          .should(new FieldTypes())
          .because("a final field that leads to something mutable is shared memory all the same");

  /** A static field is a constant. */
  public static final ArchRule STATIC_FIELDS_ARE_VALUES =
      fields()
          .that()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .and()
          .areStatic()
          .should()
          .beFinal()
          .andShould(new ConstantTypes())
          .because("static state survives a run and joins what two runs must not share");

  /** Threads exclude each other by modelled locks. */
  public static final ArchRule NO_SYNCHRONIZED_METHOD =
      methods()
          .should()
          .notHaveModifier(JavaModifier.SYNCHRONIZED)
          .because("a monitor is a lock that no engine knows");

  /** Nothing of java.util.concurrent. */
  public static final ArchRule NO_CONCURRENT =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.concurrent..")
          .because("what it shares passes the seam by");

  /** No VarHandles and method handles. */
  public static final ArchRule NO_HANDLES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.lang.invoke..", "java.lang.reflect..", "sun..", "jdk..")
          .because("the seam alone touches memory behind the language's back");

  /** Nobody asks which Java thread runs. */
  public static final ArchRule NO_CURRENT_THREAD =
      noClasses()
          .should()
          .dependOnClassesThat(belongToAnyOf(ThreadLocal.class, InheritableThreadLocal.class))
          .orShould()
          .callMethod(Thread.class, "currentThread")
          .because("an engine runs many modelled threads on one Java thread; pass the actor down");

  /** No Java threads at all. */
  public static final ArchRule NO_THREADS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class)
          .because("modelled threads are programs; an engine decides what runs them");

  /** Nobody catches what an engine throws to stop a thread. */
  public static final ArchRule NO_CATCH_ALL =
      codeUnits()
          .should(new CatchNoError())
          .because("an engine stops a thread by an Error that must reach the engine");

  /** Two runs that see the same values do the same. */
  public static final ArchRule DETERMINISTIC =
      noClasses()
          .should()
          .dependOnClassesThat(
              belongToAnyOf(
                  HashMap.class,
                  HashSet.class,
                  IdentityHashMap.class,
                  WeakHashMap.class,
                  Random.class,
                  UUID.class))
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.time..", "java.util.random..", "java.security..")
          .orShould()
          .callMethodWhere(differsFromRunToRun())
          .because("a thread that is run again must meet the same operations");

  private SeamRules() {}

  private static DescribedPredicate<JavaCall<?>> differsFromRunToRun() {
    DescribedPredicate<JavaCall<?>> clockOrHash =
        target(owner(belongToAnyOf(System.class)))
            .and(target(nameMatching("nanoTime|currentTimeMillis|identityHashCode")));
    DescribedPredicate<JavaCall<?>> random =
        target(owner(belongToAnyOf(Math.class, StrictMath.class)))
            .and(target(nameMatching("random")));
    DescribedPredicate<JavaCall<?>> saltedOrder =
        target(owner(belongToAnyOf(Set.class, Map.class)))
            .and(target(nameMatching("of|copyOf|ofEntries")));
    DescribedPredicate<JavaCall<?>> hash =
        target(owner(belongToAnyOf(Object.class))).and(target(nameMatching("hashCode")));
    return clockOrHash
        .or(random)
        .or(saltedOrder)
        .or(hash)
        .as("the target differs from run to run (time, chance, hash, order of Set.of or Map.of)");
  }

  /** Refuses catch blocks for Throwable, Error and kin. */
  private static final class CatchNoError extends ArchCondition<JavaCodeUnit> {
    CatchNoError() {
      super("catch neither Throwable nor an Error");
    }

    @Override
    public void check(JavaCodeUnit code, ConditionEvents events) {
      for (TryCatchBlock block : code.getTryCatchBlocks()) {
        for (JavaClass caught : block.getCaughtThrowables()) {
          Class<?> type = caught.reflect();
          boolean error = type == Throwable.class || Error.class.isAssignableFrom(type);
          events.add(
              new SimpleConditionEvent(
                  code,
                  !error,
                  code.getFullName() + " catches " + caught.getName() + " in " + block));
        }
      }
    }
  }

  /** All rules for modelled code. */
  public static List<ArchRule> forModelledCode() {
    return List.of(
        FIELDS_ARE_FINAL,
        FIELD_TYPES,
        STATIC_FIELDS_ARE_VALUES,
        NO_SYNCHRONIZED_METHOD,
        NO_CONCURRENT,
        NO_HANDLES,
        NO_CURRENT_THREAD,
        NO_THREADS,
        NO_CATCH_ALL,
        DETERMINISTIC);
  }
}
