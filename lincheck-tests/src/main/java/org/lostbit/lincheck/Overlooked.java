package org.lostbit.lincheck;

import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;

/**
 * What Lincheck is told not to look into, and why that hides no interleaving. Lincheck compares
 * names with dots, also for nested classes, and says nothing about a name that matches nothing.
 *
 * @param className the class
 * @param methods its methods; empty for all
 * @param kind what Lincheck does inside them
 * @param reason why nothing is hidden
 */
record Overlooked(String className, List<String> methods, Kind kind, String reason) {
  private static final String MEMORY = "org.lostbit.model.memory.";

  /** What Lincheck does inside an overlooked method. */
  enum Kind {
    /** It sees nothing: the method takes place together with the event before it. */
    IGNORED,
    /** It sees everything but does not change the thread inside, unless it must. */
    UNDIVIDED
  }

  static final List<Overlooked> ALL =
      List.of(
          ignored(Sampling.class.getName(), "it counts for the engine and is no part of the model"),
          ignored(MEMORY + "Actor", "an actor is confined to its thread"),
          ignored(
              MEMORY + "Ghost",
              "a note takes effect together with the operation before it",
              "note"),
          ignored(
              MEMORY + "WordArray", "which word an index names never changes", "word", "length"),
          ignored(
              MEMORY + "WaitStrategy.Sleepers",
              "the book of sleepers belongs to the scheduler, not to the model"),
          ignored(
              MEMORY + "WaitStrategy.Sleeper",
              "whether to sleep on is decided together with the event before it",
              "ready"),
          undivided(
              MEMORY + "JvmMachine",
              "a loop around a compare-and-set is one read-modify-write",
              "fetchRelaxed",
              "cmpxchgRelaxed"));

  private static Overlooked ignored(String className, String reason, String... methods) {
    return new Overlooked(className, List.of(methods), Kind.IGNORED, reason);
  }

  private static Overlooked undivided(String className, String reason, String... methods) {
    return new Overlooked(className, List.of(methods), Kind.UNDIVIDED, reason);
  }

  /** All of them in Lincheck's form. */
  static List<ManagedStrategyGuarantee> guarantees() {
    List<ManagedStrategyGuarantee> guarantees = new ArrayList<>();
    for (Overlooked overlooked : ALL) {
      ManagedStrategyGuarantee.MethodBuilder of =
          ManagedStrategyGuaranteeKt.forClasses(overlooked.className);
      ManagedStrategyGuarantee.GuaranteeBuilder methods =
          overlooked.methods.isEmpty()
              ? of.allMethods()
              : of.methods(overlooked.methods.toArray(String[]::new));
      guarantees.add(overlooked.kind == Kind.IGNORED ? methods.ignore() : methods.mute$lincheck());
    }
    return guarantees;
  }
}
