package org.lostbit.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lostbit.model.memory.Violation;
import org.openjdk.jcstress.FrontEnd;

/**
 * Forks that answer at once: the weakened twin is seen, and any other claim shows what it is told.
 */
final class FakeForks implements Forks {
  static final Map<String, Long> HELD = Map.of(new Ending.Held().written() + ", 1", 1000L);
  static final Map<String, Long> BROKEN =
      Map.of(
          new Ending.Held().written() + ", 1",
          997L,
          new Ending.Broken(new Violation(Violation.Kind.LOST_PAGE, "gfn 3 is lost")).written()
              + ", 0",
          3L);

  final List<FrontEnd.Plan> plans = new ArrayList<>();
  private final Answer answer;

  FakeForks(Answer answer) {
    this.answer = answer;
  }

  /** What a claim's fork number n, from 0, comes back with. */
  @FunctionalInterface
  interface Answer {
    List<FrontEnd.Outcome> to(String key, int number, FrontEnd.Plan plan);
  }

  /** A healthy machine that shows {@code results} for every claim but the twins. */
  static FakeForks showing(Map<String, Long> results) {
    return new FakeForks((key, number, plan) -> normal(plan, twinOr(key, results)));
  }

  static List<FrontEnd.Outcome> normal(FrontEnd.Plan plan, Map<String, Long> results) {
    return List.of(new FrontEnd.Outcome(plan.test(), "NORMAL", results, List.of()));
  }

  static Map<String, Long> twinOr(String key, Map<String, Long> results) {
    return switch (key.substring(key.indexOf('/'))) {
      case "/non-atomic-set-bit" -> BROKEN;
      case "/set-bit" -> HELD;
      default -> results;
    };
  }

  long forksOf(String key) {
    return plans.stream().filter(plan -> key(plan).equals(key)).count();
  }

  @Override
  public List<FrontEnd.Outcome> run(FrontEnd.Plan plan) {
    int number = (int) forksOf(key(plan));
    plans.add(plan);
    return answer.to(key(plan), number, plan);
  }

  private static String key(FrontEnd.Plan plan) {
    String flag = "-D" + Fork.CLAIM_PROPERTY + "=";
    return plan.jvmArgs().stream()
        .filter(arg -> arg.startsWith(flag))
        .map(arg -> arg.substring(flag.length()))
        .findFirst()
        .orElseThrow();
  }
}
