package org.lostbit.claims;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lostbit.model.memory.Violation;

/**
 * A scenario on a kernel, with the answer that is expected under each memory model.
 *
 * @param id the scenario's number in the facts, such as {@code L4}
 * @param key the claim's own name, such as {@code L4/v3.6+write-protect-before-take}
 * @param scenario the scenario's name, as in schedule strings
 * @param question what is asked, one sentence
 * @param kernel the kernel's name
 * @param kind what the claim is for
 * @param closedBy for a standing hole, the key of the claim that closes it; else empty
 * @param expected the answer per memory model; a model that is not a key is not stated
 * @param reason why, one sentence
 * @param bug for a planted bug, where it comes from
 * @param unsuited the engines that cannot see what is asked, each with its reason
 * @param bound the size of the scenario in words
 * @param breaks the property that is asked for: what a violation of this claim must be of
 * @param threads the names of the concurrent threads
 * @param run builds the closed system
 */
public record Claim(
    String id,
    String key,
    String scenario,
    String question,
    String kernel,
    ClaimKind kind,
    String closedBy,
    Map<MemoryModel, Answer> expected,
    String reason,
    Optional<PlantedBug> bug,
    Map<EngineName, String> unsuited,
    String bound,
    Violation.Kind breaks,
    List<String> threads,
    Supplier<Run> run) {
  /** A claim owns its maps, and states at least one model. */
  public Claim {
    if (expected.isEmpty()) {
      throw new IllegalArgumentException(key + " states no memory model");
    }
    expected = Map.copyOf(new EnumMap<>(expected));
    unsuited = Map.copyOf(unsuited);
    threads = List.copyOf(threads);
    if (kind == ClaimKind.PLANTED && bug.isEmpty()) {
      throw new IllegalArgumentException(key + " plants a bug but names none");
    }
    if (kind == ClaimKind.STANDING_HOLE && closedBy.isEmpty()) {
      throw new IllegalArgumentException(key + " is a standing hole that nothing closes");
    }
  }

  /** Why {@code engine} cannot see what is asked; empty if it can. */
  public Optional<String> unsuited(EngineName engine) {
    return Optional.ofNullable(unsuited.get(engine));
  }

  /** The answer expected under {@code model}, if stated. */
  public Optional<Answer> expected(MemoryModel model) {
    return Optional.ofNullable(expected.get(model));
  }

  @Override
  public String toString() {
    return key;
  }
}
