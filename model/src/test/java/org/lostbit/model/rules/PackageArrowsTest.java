package org.lostbit.model.rules;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Between the packages of the model an arrow goes one way only, and the JDK is all it needs. */
final class PackageArrowsTest {
  private static final String BAD = "org.lostbit.model.rules.bad.arrows";
  private static final JavaClasses MODEL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.lostbit.model");

  /** The model needs the JDK and itself. */
  private static final ArchRule JDK_ONLY =
      ArchRuleDefinition.noClasses()
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("java..", "org.lostbit.model..")
          .because("a candidate patch is compiled against the model alone");

  @Test
  void thePackagesKeepTheArrows() {
    PackageArrows.below("org.lostbit.model").check(MODEL);
  }

  @Test
  void theModelNeedsOnlyTheJdk() {
    JDK_ONLY.check(MODEL);
  }

  @Test
  void aClassThatNeedsALibraryIsRefused() {
    assertTrue(
        JDK_ONLY.evaluate(new ClassFileImporter().importClasses(SeamTest.class)).hasViolation());
  }

  @Test
  void packagesThatKeepTheArrowsPass() throws ClassNotFoundException {
    assertFalse(
        PackageArrows.below(BAD)
            .evaluate(
                classes(
                    "memory.Cells",
                    "linux.Locks",
                    "mm.Pages",
                    "kvm.Slots",
                    "vmm.Migrations",
                    "kernel.Eras"))
            .hasViolation());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "memory.CellsKnowLocks",
        "linux.LocksKnowPages",
        "mm.PagesKnowSlots",
        "kvm.SlotsKnowMigrations",
        "kvm.SlotsKnowEras",
        "vmm.MigrationsKnowEras",
        "kernel.ErasKnowMigrations",
        "extra.Homeless"
      })
  void anArrowTheOtherWayIsRefused(String offender) throws ClassNotFoundException {
    String report =
        PackageArrows.below(BAD)
            .evaluate(
                classes(
                    "memory.Cells",
                    "linux.Locks",
                    "mm.Pages",
                    "kvm.Slots",
                    "vmm.Migrations",
                    "kernel.Eras",
                    offender))
            .getFailureReport()
            .toString();
    assertTrue(report.contains(offender), report);
  }

  private static JavaClasses classes(String... names) throws ClassNotFoundException {
    Class<?>[] types = new Class<?>[names.length];
    for (int i = 0; i < names.length; i++) {
      types[i] = Class.forName(BAD + "." + names[i]);
    }
    return new ClassFileImporter().importClasses(types);
  }
}
