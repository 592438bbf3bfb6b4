package org.lostbit.model.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lostbit.model.rules.bad.ActorField;
import org.lostbit.model.rules.bad.AsksForCurrentThread;
import org.lostbit.model.rules.bad.AsksForIdentityHash;
import org.lostbit.model.rules.bad.AsksForObjectHash;
import org.lostbit.model.rules.bad.AsksTheClock;
import org.lostbit.model.rules.bad.CatchesError;
import org.lostbit.model.rules.bad.CatchesThrowable;
import org.lostbit.model.rules.bad.ListOfArraysField;
import org.lostbit.model.rules.bad.MutableCollectionField;
import org.lostbit.model.rules.bad.PlainField;
import org.lostbit.model.rules.bad.PrimitiveArrayField;
import org.lostbit.model.rules.bad.StaticArray;
import org.lostbit.model.rules.bad.StaticCounter;
import org.lostbit.model.rules.bad.StaticWord;
import org.lostbit.model.rules.bad.SynchronizedMethod;
import org.lostbit.model.rules.bad.ThrowsDice;
import org.lostbit.model.rules.bad.UsesAtomic;
import org.lostbit.model.rules.bad.UsesHandles;
import org.lostbit.model.rules.bad.UsesThreadLocal;
import org.lostbit.model.rules.bad.WalksHashMap;
import org.lostbit.model.rules.bad.WalksSetOf;

/** The modelled code shares memory through the seam alone, and every run of it is the same. */
final class SeamTest {
  private static final JavaClasses MODEL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.lostbit.model");
  private static final JavaClasses MODELLED =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(
              "org.lostbit.model.linux",
              "org.lostbit.model.mm",
              "org.lostbit.model.kvm",
              "org.lostbit.model.vmm");

  private static final JavaClasses BAD =
      new ClassFileImporter().importPackages("org.lostbit.model.rules.bad");

  static Stream<ArchRule> rulesForModelledCode() {
    return SeamRules.forModelledCode().stream();
  }

  @ParameterizedTest
  @MethodSource("rulesForModelledCode")
  void modelledCodeKeepsTheRule(ArchRule rule) {
    assertTrue(MODELLED.size() > 30, "the classes of the model were not found");
    rule.check(MODELLED);
  }

  /** What holds for the seam and for the kernels too, though they are not run as modelled code. */
  static Stream<ArchRule> rulesForAll() {
    return Stream.of(
        SeamRules.STATIC_FIELDS_ARE_VALUES,
        SeamRules.NO_SYNCHRONIZED_METHOD,
        SeamRules.NO_CONCURRENT,
        SeamRules.NO_CURRENT_THREAD,
        SeamRules.NO_CATCH_ALL);
  }

  @ParameterizedTest
  @MethodSource("rulesForAll")
  void allOfTheModelKeepsTheRule(ArchRule rule) {
    rule.check(MODEL);
  }

  @Test
  void theOnlyPlainFieldsAreTheActorsAndTheMemoryItself() {
    List<String> plain =
        MODEL.stream()
            .flatMap(type -> type.getFields().stream())
            .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
            .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
            .map(JavaField::getFullName)
            .map(name -> name.replace("org.lostbit.model.", ""))
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "memory.Actor.context", "memory.Actor.step", "memory.Ref.target", "memory.Word.value"),
        plain);
  }

  @Test
  void onlyConstructorsTouchTheMemoryWithoutTheMachine() {
    List<String> touched =
        MODEL.stream()
            .flatMap(type -> type.getFieldAccessesFromSelf().stream())
            .filter(
                access ->
                    access.getTarget().getFullName().matches(".*\\.(Word\\.value|Ref\\.target)"))
            .map(access -> access.getOrigin().getName())
            .distinct()
            .toList();
    assertEquals(List.of("<init>"), touched);
  }

  @Test
  void onlyTheWaitStrategySynchronizes() {
    assertEquals(
        List.of("org/lostbit/model/memory/WaitStrategy.java"),
        Sources.thatSynchronize(Sources.ofThisModule()));
  }

  @Test
  void synchronizedInACommentOrAStringIsNone() {
    Map<String, String> sources =
        Map.of(
            "block", "void f() { synchronized (this) { g(); } }",
            "modifier", "synchronized void f() {}",
            "comment", "/* synchronized */ // synchronized\nvoid f() {}",
            "string", "String s = \"synchronized \\\" synchronized\";");
    assertEquals(
        List.of("block", "modifier"),
        Sources.thatSynchronize(sources).stream().sorted().collect(Collectors.toList()));
  }

  static Stream<Arguments> offences() {
    return Stream.of(
        arguments(SeamRules.FIELDS_ARE_FINAL, PlainField.class),
        arguments(SeamRules.FIELDS_ARE_FINAL, StaticCounter.class),
        arguments(SeamRules.FIELD_TYPES, PrimitiveArrayField.class),
        arguments(SeamRules.FIELD_TYPES, MutableCollectionField.class),
        arguments(SeamRules.FIELD_TYPES, ListOfArraysField.class),
        arguments(SeamRules.FIELD_TYPES, ActorField.class),
        arguments(SeamRules.FIELD_TYPES, UsesThreadLocal.class),
        arguments(SeamRules.STATIC_FIELDS_ARE_VALUES, StaticCounter.class),
        arguments(SeamRules.STATIC_FIELDS_ARE_VALUES, StaticArray.class),
        arguments(SeamRules.STATIC_FIELDS_ARE_VALUES, StaticWord.class),
        arguments(SeamRules.NO_SYNCHRONIZED_METHOD, SynchronizedMethod.class),
        arguments(SeamRules.NO_CONCURRENT, UsesAtomic.class),
        arguments(SeamRules.NO_HANDLES, UsesHandles.class),
        arguments(SeamRules.NO_CURRENT_THREAD, UsesThreadLocal.class),
        arguments(SeamRules.NO_CURRENT_THREAD, AsksForCurrentThread.class),
        arguments(SeamRules.NO_THREADS, AsksForCurrentThread.class),
        arguments(SeamRules.NO_CATCH_ALL, CatchesThrowable.class),
        arguments(SeamRules.NO_CATCH_ALL, CatchesError.class),
        arguments(SeamRules.DETERMINISTIC, AsksTheClock.class),
        arguments(SeamRules.DETERMINISTIC, AsksForIdentityHash.class),
        arguments(SeamRules.DETERMINISTIC, AsksForObjectHash.class),
        arguments(SeamRules.DETERMINISTIC, ThrowsDice.class),
        arguments(SeamRules.DETERMINISTIC, WalksHashMap.class),
        arguments(SeamRules.DETERMINISTIC, WalksSetOf.class));
  }

  @ParameterizedTest
  @MethodSource("offences")
  void theRuleRefusesItsOffence(ArchRule rule, Class<?> offender) {
    EvaluationResult result = rule.evaluate(BAD.that(belongToAnyOf(offender)));
    assertTrue(result.hasViolation(), rule.getDescription());
    assertTrue(result.getFailureReport().toString().contains(offender.getSimpleName()));
  }

  @Test
  void everyRuleHasAnOffence() {
    List<Object> refused = offences().map(offence -> offence.get()[0]).toList();
    for (ArchRule rule : SeamRules.forModelledCode()) {
      assertFalse(refused.indexOf(rule) < 0, "no class breaks: " + rule.getDescription());
    }
  }
}
