package org.lostbit.model.rules;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/**
 * The packages of the model: {@code memory <- linux <- mm <- kvm <- vmm}; beside them {@code
 * kernel}, which puts functions of kvm together and which nobody below needs.
 */
final class PackageArrows {
  private PackageArrows() {}

  /** The arrows below {@code root}. A package that is none of these is an offence too. */
  static ArchRule below(String root) {
    return Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(root + "..")
        .layer("memory")
        .definedBy(root + ".memory")
        .layer("linux")
        .definedBy(root + ".linux")
        .layer("mm")
        .definedBy(root + ".mm")
        .layer("kvm")
        .definedBy(root + ".kvm")
        .layer("vmm")
        .definedBy(root + ".vmm")
        .layer("kernel")
        .definedBy(root + ".kernel")
        .whereLayer("memory")
        .mayNotAccessAnyLayer()
        .whereLayer("linux")
        .mayOnlyAccessLayers("memory")
        .whereLayer("mm")
        .mayOnlyAccessLayers("memory", "linux")
        .whereLayer("kvm")
        .mayOnlyAccessLayers("memory", "linux", "mm")
        .whereLayer("vmm")
        .mayOnlyAccessLayers("memory", "linux", "mm", "kvm")
        .whereLayer("kernel")
        .mayOnlyAccessLayers("memory", "linux", "mm", "kvm")
        .ensureAllClassesAreContainedInArchitecture();
  }
}
