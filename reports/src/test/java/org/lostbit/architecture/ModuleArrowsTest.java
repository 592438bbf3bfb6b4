package org.lostbit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lostbit.architecture.bad.SaysProved;
import org.lostbit.claims.verdict.Exhaustion;
import org.lostbit.claims.verdict.Verdict;

/** The arrows between the modules: model, claims above it, engines above those, reports on top. */
final class ModuleArrowsTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("jcstress-core"))
          .importPackages("org.lostbit", "org.openjdk.jcstress");

  /** The packages of each module, and what they may use of other modules and of libraries. */
  private static final Map<String, List<String>> MODULES =
      Map.of(
          "org.lostbit.model..", List.of("java.."),
          "org.lostbit.claims..",
              List.of("java..", "org.lostbit.model..", "com.fasterxml.jackson.."),
          "org.lostbit.explorer..",
              List.of("java..", "org.lostbit.model..", "org.lostbit.claims.."),
          "org.lostbit.lincheck..",
              List.of(
                  "java..",
                  "kotlin..",
                  "org.lostbit.model..",
                  "org.lostbit.claims..",
                  "org.jetbrains.."),
          "org.lostbit.stress..",
              List.of(
                  "java..",
                  "org.lostbit.model..",
                  "org.lostbit.claims..",
                  "org.openjdk.jcstress.."),
          // The engine's classes that use what jcstress keeps to its own package.
          "org.openjdk.jcstress..", List.of("java..", "org.lostbit.stress.."),
          "org.lostbit.reports..",
              List.of(
                  "java..",
                  "org.lostbit.model..",
                  "org.lostbit.claims..",
                  "org.lostbit.explorer..",
                  "com.fasterxml.jackson..",
                  "com.samskivert.mustache..",
                  "picocli.."));

  static Stream<ArchRule> arrows() {
    return MODULES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(module -> arrow(module.getKey(), module.getValue()));
  }

  private static ArchRule arrow(String module, List<String> below) {
    String[] allowed = Stream.concat(Stream.of(module), below.stream()).toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(allowed)
        .because("an arrow goes down only, and engines do not know each other");
  }

  @ParameterizedTest
  @MethodSource("arrows")
  void aModuleUsesOnlyWhatLiesBelowIt(ArchRule arrow) {
    arrow.check(ALL);
  }

  @Test
  void everyClassBelongsToAModule() {
    Set<String> homes = new TreeSet<>();
    for (JavaClass type : ALL) {
      homes.add(type.getPackageName().replaceFirst("^(\\w+\\.\\w+\\.\\w+).*", "$1.."));
    }
    assertEquals(new TreeSet<>(MODULES.keySet()), homes);
  }

  /** Only the explorer has seen everything. */
  private static final ArchRule ONLY_THE_EXPLORER_PROVES =
      noClasses()
          .that(mayNotProve())
          .should()
          .callConstructor(
              Exhaustion.class,
              org.lostbit.claims.MemoryModel.class,
              String.class,
              long.class,
              long.class,
              long.class,
              long.class,
              int.class,
              List.class)
          .orShould()
          .callConstructor(Verdict.Proved.class, Exhaustion.class)
          .because("a sampler that says proved is wrong, whatever it saw");

  /** The reader of verdict files may build again what the explorer wrote. */
  private static DescribedPredicate<JavaClass> mayNotProve() {
    return DescribedPredicate.describe(
        "are not the explorer and do not read its verdicts from a file",
        type ->
            !type.getPackageName().startsWith("org.lostbit.explorer")
                && !type.getFullName().startsWith("org.lostbit.claims.verdict.VerdictFile")
                && !type.getFullName().startsWith("org.lostbit.claims.verdict.VerdictJson"));
  }

  @Test
  void onlyTheExplorerProves() {
    ONLY_THE_EXPLORER_PROVES.check(ALL);
  }

  // ---- that the rules can fail -----------------------------------------------------------------

  @Test
  void aSamplerThatProvesIsRefused() {
    JavaClasses offender = new ClassFileImporter().importClasses(SaysProved.class);
    String report = ONLY_THE_EXPLORER_PROVES.evaluate(offender).getFailureReport().toString();
    assertTrue(report.contains("Exhaustion.<init>") && report.contains("Verdict$Proved.<init>"));
  }

  /** The same rule with one arrow taken away: the module uses it, so the rule must find that. */
  @ParameterizedTest
  @CsvSource({
    "org.lostbit.model.., java..",
    "org.lostbit.claims.., org.lostbit.model..",
    "org.lostbit.claims.., com.fasterxml.jackson..",
    "org.lostbit.explorer.., org.lostbit.claims..",
    "org.lostbit.lincheck.., org.jetbrains..",
    "org.lostbit.stress.., org.openjdk.jcstress..",
    "org.openjdk.jcstress.., java..",
    "org.lostbit.reports.., org.lostbit.explorer.."
  })
  void anArrowThatIsNotAllowedIsRefused(String module, String arrow) {
    List<String> fewer =
        MODULES.get(module).stream().filter(allowed -> !allowed.equals(arrow)).toList();
    assertTrue(arrow(module, fewer).evaluate(ALL).hasViolation());
  }
}
