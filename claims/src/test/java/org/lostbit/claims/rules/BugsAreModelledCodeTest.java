package org.lostbit.claims.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lostbit.model.kvm.KernelFunctionObject;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.rules.SeamRules;
import org.lostbit.model.rules.Sources;

/** What runs as modelled code here, planted bugs and benches, obeys the rules of the model. */
final class BugsAreModelledCodeTest {
  private static final JavaClasses MODELLED =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.lostbit.claims")
          .that(runAsModelledCode());

  private static DescribedPredicate<JavaClass> runAsModelledCode() {
    return DescribedPredicate.describe(
        "run as modelled code",
        type ->
            type.isAssignableTo(KernelFunctionObject.class)
                || type.isAssignableTo(Shared.class)
                || type.getPackageName().equals("org.lostbit.claims.bugs"));
  }

  static Stream<ArchRule> rules() {
    return SeamRules.forModelledCode().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void modelledCodeKeepsTheRule(ArchRule rule) {
    assertTrue(MODELLED.size() > 5, "the planted bugs were not found");
    // Bugs have few fields or none; that the rule can fail is shown where it is written.
    rule.allowEmptyShould(true).check(MODELLED);
  }

  /** Scenarios hold no shared memory, but they run between modelled steps. */
  @Test
  void scenariosAreDeterministic() {
    JavaClasses scenarios =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.lostbit.claims.scenario");
    for (ArchRule rule :
        List.of(
            SeamRules.STATIC_FIELDS_ARE_VALUES,
            SeamRules.NO_CONCURRENT,
            SeamRules.NO_HANDLES,
            SeamRules.NO_THREADS,
            SeamRules.NO_CURRENT_THREAD,
            SeamRules.NO_CATCH_ALL,
            SeamRules.DETERMINISTIC)) {
      rule.allowEmptyShould(true).check(scenarios);
    }
  }

  @Test
  void nothingSynchronizes() {
    assertEquals(List.of(), Sources.thatSynchronize(Sources.ofThisModule()));
  }
}
