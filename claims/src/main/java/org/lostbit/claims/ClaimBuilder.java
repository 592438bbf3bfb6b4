package org.lostbit.claims;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lostbit.claims.scenario.Scenario;
import org.lostbit.model.kernel.Kernel;
import org.lostbit.model.memory.Violation;

/** Writes one claim down: a scenario on a kernel, then the answer and its reason. */
final class ClaimBuilder {
  private final String id;
  private final String keyStem;
  private final String scenario;
  private final String question;
  private final String kernel;
  private final String bound;
  private final Violation.Kind breaks;
  private final List<String> threads;
  private final Supplier<Run> run;
  private final Map<MemoryModel, Answer> expected = new EnumMap<>(MemoryModel.class);
  private final Map<EngineName, String> unsuited = new EnumMap<>(EngineName.class);

  private ClaimBuilder(
      String id,
      String keyStem,
      String scenario,
      String question,
      String kernel,
      String bound,
      Violation.Kind breaks,
      List<String> threads,
      Supplier<Run> run) {
    this.id = id;
    this.keyStem = keyStem;
    this.scenario = scenario;
    this.question = question;
    this.kernel = kernel;
    this.bound = bound;
    this.breaks = breaks;
    this.threads = threads;
    this.run = run;
  }

  /**
   * A claim about a scenario on a kernel.
   *
   * @param keyStem the id, with a word after it where one id has several scenarios ({@code
   *     L5-cold-tlb})
   */
  static ClaimBuilder claim(String keyStem, Scenario scenario, Kernel kernel) {
    return new ClaimBuilder(
        keyStem.replaceAll("-.*", ""),
        keyStem,
        scenario.name(),
        scenario.question(),
        kernel.name(),
        scenario.bound(),
        scenario.breaks(),
        scenario.threadNames(),
        () -> scenario.on(kernel));
  }

  /** A claim about a primitive of Linux by itself. */
  static ClaimBuilder claim(Primitive primitive) {
    return new ClaimBuilder(
        primitive.id(),
        primitive.id(),
        primitive.scenario(),
        primitive.question(),
        "primitives",
        primitive.bound(),
        primitive.breaks(),
        primitive.threads(),
        primitive.run());
  }

  /** The answer under one more memory model, where it is not the same for all that are stated. */
  ClaimBuilder under(MemoryModel model, Answer answer) {
    expected.put(model, answer);
    return this;
  }

  /** An engine cannot see what is asked, for this reason. */
  ClaimBuilder unsuited(EngineName engine, String reason) {
    unsuited.put(engine, reason);
    return this;
  }

  /** The faithful kernel keeps the property. */
  Claim holds(String reason) {
    return build(ClaimKind.HOLDS, "", Answer.IMPOSSIBLE, reason, Optional.empty());
  }

  /**
   * The faithful kernel breaks the property; {@code closedBy} is the claim that closes the hole.
   */
  Claim standingHole(String closedBy, String reason) {
    return build(ClaimKind.STANDING_HOLE, closedBy, Answer.POSSIBLE, reason, Optional.empty());
  }

  /** The change breaks the kernel that it is planted in. */
  Claim planted(PlantedBug bug, String reason) {
    return build(ClaimKind.PLANTED, "", Answer.POSSIBLE, reason, Optional.of(bug));
  }

  /** The change leaves the kernel right. */
  Claim legalVariant(String reason) {
    return build(ClaimKind.LEGAL_VARIANT, "", Answer.IMPOSSIBLE, reason, Optional.empty());
  }

  private Claim build(
      ClaimKind kind, String closedBy, Answer answer, String reason, Optional<PlantedBug> bug) {
    // v3.5 and v3.6 are asked on x86, where they ran; SC is what an interleaving engine decides.
    expected.putIfAbsent(MemoryModel.SC, answer);
    expected.putIfAbsent(MemoryModel.TSO, answer);
    return new Claim(
        id,
        keyStem + "/" + kernel,
        scenario,
        question,
        kernel,
        kind,
        closedBy,
        expected,
        reason,
        bug,
        unsuited,
        bound,
        breaks,
        threads,
        run);
  }
}
