package org.lostbit.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lostbit.claims.verdict.Counterexample;
import org.lostbit.explorer.search.BruteForce;
import org.lostbit.explorer.search.Budget;
import org.lostbit.explorer.search.Findings;
import org.lostbit.explorer.search.Reductions;
import org.lostbit.explorer.search.SleepSets;
import org.lostbit.explorer.search.SourceDpor;
import org.lostbit.explorer.search.StatefulSearch;
import org.lostbit.explorer.tree.ExplorationThread;
import org.lostbit.explorer.tree.LockEdge;
import org.lostbit.explorer.tree.Trees;
import org.lostbit.model.memory.Violation;

/**
 * All engines see the same: brute force without any reduction, sleep sets, source-DPOR, and the
 * stateful search with every choice of its reductions, on generated programs.
 */
final class EnginesAgreeTest {
  private static final long SEED = Long.getLong("lostbit.seed", 20_120_506L);
  private static final int PROGRAMS = Integer.getInteger("lostbit.programs", 600);
  private static final long EXECUTIONS = 30_000;
  private static final int DEPTH = 200;

  /** What a search says of a program, without what may differ between searches. */
  private record Seen(Set<String> outcomes, Set<Violation> violations, Set<LockEdge> locks) {
    static Seen of(Findings findings) {
      return new Seen(
          new TreeSet<>(findings.outcomes().keySet()),
          new HashSet<>(findings.different()),
          new HashSet<>(findings.lockOrders()));
    }
  }

  private static <T> T on(Generated program, boolean steps, Function<Trees, T> search) {
    List<T> answer = new ArrayList<>();
    new ExplorationThread(() -> answer.add(search.apply(new Trees(program::run, steps, DEPTH))))
        .runToEnd();
    return answer.get(0);
  }

  private record Brute(Seen seen, long traces) {}

  @Test
  void allEnginesSeeTheSame() {
    int compared = 0;
    int broken = 0;
    int manyOutcomes = 0;
    for (int i = 0; i < PROGRAMS; i++) {
      Generated program = new Generated(SEED + i, 5 + i % 3);
      String name = "lostbit.seed " + SEED + ", program " + i + ": " + program;
      Brute brute = on(program, true, EnginesAgreeTest::brute);
      if (brute == null) {
        continue;
      }
      compared++;
      broken += brute.seen.violations.isEmpty() ? 0 : 1;
      manyOutcomes += brute.seen.outcomes.size() > 2 ? 1 : 0;
      compareStateless(name, program, brute);
      compareStateful(name, program, brute);
    }
    assertTrue(compared > PROGRAMS / 2, "only " + compared + " programs were small enough");
    assertTrue(broken > PROGRAMS / 20, "only " + broken + " programs broke a property");
    assertTrue(manyOutcomes > PROGRAMS / 20, "only " + manyOutcomes + " programs had a race");
  }

  /**
   * Programs that are too large for brute force: the stateful search with and without reductions.
   */
  @Test
  void reductionsSeeTheSameInLargerPrograms() {
    int compared = 0;
    for (int i = 0; i < PROGRAMS / 3; i++) {
      Generated program = new Generated(SEED + 1_000_000 + i, 10 + i % 5);
      String name = "lostbit.seed " + SEED + ", larger program " + i + ": " + program;
      Stateful plain = on(program, false, trees -> stateful(trees, false, false, false));
      if (plain == null) {
        continue;
      }
      compared++;
      for (int r = 0; r < 4; r++) {
        boolean steps = (r & 1) != 0;
        boolean classes = (r & 2) != 0;
        Stateful awake = on(program, steps, trees -> stateful(trees, steps, classes, false));
        Stateful asleep = on(program, steps, trees -> stateful(trees, steps, classes, true));
        assertEquals(plain.seen, awake.seen, "steps " + steps + ", classes " + classes + name);
        assertEquals(awake.seen, asleep.seen, "sleep sets, " + name);
        assertEquals(awake.states, asleep.states, "sleep sets leave out no state, " + name);
        assertTrue(asleep.transitions <= awake.transitions, name);
        assertTrue(awake.states <= plain.states, name);
      }
    }
    assertTrue(compared > PROGRAMS / 6, "only " + compared + " programs were small enough");
  }

  private record Stateful(Seen seen, long states, long transitions) {}

  private static Stateful stateful(Trees trees, boolean steps, boolean classes, boolean sleep) {
    Budget budget = Budget.standard().within(100_000, 1_000_000);
    StatefulSearch search =
        new StatefulSearch(trees, new Reductions(steps, classes, sleep), budget);
    Findings findings = search.run();
    return search.cut() != null
        ? null
        : new Stateful(Seen.of(findings), search.states(), search.transitions());
  }

  @Test
  void counterexamplesAreTheShortest() {
    int compared = 0;
    for (int i = 0; i < PROGRAMS; i++) {
      Generated program = new Generated(SEED - 1 - i, 5 + i % 3);
      Map<Violation.Kind, BruteForce.Cost> cheapest =
          on(
              program,
              true,
              trees -> {
                BruteForce search = new BruteForce(trees, EXECUTIONS);
                search.run();
                return search.cut() != null ? Map.of() : search.cheapest();
              });
      if (!cheapest.isEmpty()) {
        Exploration.Broken broken =
            assertInstanceOf(
                Exploration.Broken.class,
                Explorer.explore(program::run, Budget.standard()),
                program.toString());
        Counterexample shown = broken.counterexample();
        assertTrue(shown.shortest());
        assertEquals(
            cheapest.get(shown.kind()),
            new BruteForce.Cost(shown.changes(), shown.steps().size()),
            shown + " of " + program);
        compared++;
      }
    }
    assertTrue(compared > PROGRAMS / 20, "only " + compared + " programs broke a property");
  }

  private static Brute brute(Trees trees) {
    BruteForce search = new BruteForce(trees, EXECUTIONS);
    Findings findings = search.run();
    return search.cut() != null ? null : new Brute(Seen.of(findings), search.traces());
  }

  private static void compareStateless(String name, Generated program, Brute brute) {
    on(
        program,
        true,
        trees -> {
          SleepSets search = new SleepSets(trees, EXECUTIONS);
          assertEquals(brute.seen, Seen.of(search.run()), "sleep sets, " + name);
          assertEquals(brute.traces, search.complete(), "traces by sleep sets, " + name);
          return 0;
        });
    on(
        program,
        true,
        trees -> {
          SourceDpor search = new SourceDpor(trees, EXECUTIONS);
          assertEquals(brute.seen, Seen.of(search.run()), "source-DPOR, " + name);
          assertEquals(brute.traces, search.complete(), "traces by source-DPOR, " + name);
          return 0;
        });
  }

  private static void compareStateful(String name, Generated program, Brute brute) {
    for (int r = 0; r < 8; r++) {
      Reductions reductions = new Reductions((r & 1) != 0, (r & 2) != 0, (r & 4) != 0);
      on(
          program,
          reductions.steps(),
          trees -> {
            StatefulSearch search = new StatefulSearch(trees, reductions, Budget.standard());
            assertEquals(brute.seen, Seen.of(search.run()), reductions + ", " + name);
            assertEquals(null, search.cut(), reductions + ", " + name);
            return 0;
          });
    }
  }
}
