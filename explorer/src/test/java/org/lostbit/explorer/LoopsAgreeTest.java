package org.lostbit.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lostbit.explorer.Small.Thing;
import org.lostbit.explorer.search.Budget;
import org.lostbit.explorer.search.Findings;
import org.lostbit.explorer.search.Reductions;
import org.lostbit.explorer.search.StatefulSearch;
import org.lostbit.explorer.tree.ExplorationThread;
import org.lostbit.explorer.tree.LockEdge;
import org.lostbit.explorer.tree.Trees;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Violation;

/**
 * The stateful search sees the same with and without its reductions in programs that loop and hold
 * locks inside each other. Brute force cannot walk them: their executions have no bound.
 */
final class LoopsAgreeTest {
  private static final long SEED = Long.getLong("lostbit.seed", 20_120_506L);
  private static final int PROGRAMS = Integer.getInteger("lostbit.programs", 600) / 4;

  private record Seen(
      Set<String> outcomes,
      Set<Violation> violations,
      Set<LockEdge> locks,
      boolean loops,
      boolean lost,
      long states) {

    /** What the steps of no thread that is left out may change. */
    List<Object> facts() {
      return List.of(outcomes, violations, locks, loops, lost);
    }
  }

  private static Seen search(Looping program, boolean classes, boolean sleep) {
    // Rounds on cells of one's own are long runs of unseen steps, which count as steps too.
    long steps = classes ? 20_000_000 : 200_000;
    List<Seen> answer = new ArrayList<>();
    new ExplorationThread(
            () -> {
              Trees trees = new Trees(program::run, true, 100);
              StatefulSearch search =
                  new StatefulSearch(
                      trees,
                      new Reductions(true, classes, sleep),
                      Budget.standard().within(20_000, steps));
              Findings findings = search.run();
              if (search.cut() == null) {
                answer.add(
                    new Seen(
                        new TreeSet<>(findings.outcomes().keySet()),
                        new HashSet<>(findings.different()),
                        new HashSet<>(findings.lockOrders()),
                        trees.loops(),
                        search.interleavings().lost().isPresent(),
                        search.states()));
              }
            })
        .runToEnd();
    return answer.isEmpty() ? null : answer.get(0);
  }

  @Test
  void reductionsSeeTheSameInProgramsThatLoop() {
    int compared = 0;
    int loops = 0;
    int locks = 0;
    int lost = 0;
    for (int i = 0; i < PROGRAMS; i++) {
      Looping program = new Looping(SEED + i);
      String name = "lostbit.seed " + SEED + ", program " + i + ": " + program;
      Seen plain = search(program, false, false);
      if (plain == null) {
        continue;
      }
      compared++;
      loops += plain.loops ? 1 : 0;
      locks += plain.locks.isEmpty() ? 0 : 1;
      lost += plain.lost ? 1 : 0;
      Seen asleep = search(program, false, true);
      assertEquals(plain, asleep, "sleep sets, " + name);
      for (boolean sleep : new boolean[] {false, true}) {
        Seen reduced = search(program, true, sleep);
        assertEquals(plain.facts(), reduced.facts(), "cell classes, sleep " + sleep + ", " + name);
      }
    }
    assertTrue(compared > PROGRAMS / 2, "only " + compared + " programs were small enough");
    assertTrue(loops > PROGRAMS / 10, "only " + loops + " programs loop");
    assertTrue(locks > PROGRAMS / 20, "only " + locks + " programs hold locks inside each other");
    assertTrue(lost > PROGRAMS / 50, "only " + lost + " programs have no way to the end");
  }

  /**
   * All searches walk the same trees, so no comparison shows what the trees themselves leave out.
   */
  @Test
  void aLockThatIsTakenAtTheStartOfAStepIsInsideThoseHeldBefore() {
    Exploration found =
        Explorer.explore(
            () -> {
              Thing outer = new Thing("outer");
              Thing inner = new Thing("inner");
              return new Small()
                  .steps(
                      "A",
                      Small.once(actor -> lock(actor, outer)),
                      Small.once(actor -> lock(actor, inner)),
                      Small.once(
                          actor -> {
                            actor.released("inner", inner.word);
                            actor.released("outer", outer.word);
                          }))
                  .run();
            },
            Budget.standard());
    assertEquals(List.of(new LockEdge("outer", "inner")), found.ends().lockOrder());
  }

  private static void lock(Actor actor, Thing thing) {
    actor.acquiring(thing.label(), thing.word);
    thing.word.awaitCas(0, 1);
    actor.acquired(thing.label(), thing.word, true);
  }
}
