package org.lostbit.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lostbit.model.memory.Program;

/** Threads that run one after the other, in every order: no race can show, so nothing may break. */
class SequentialRunTest {

  @TestFactory
  Stream<DynamicTest> aKernelThatHoldsHoldsInEveryOrder() {
    return Catalogue.claims().stream()
        .filter(claim -> claim.expected().get(MemoryModel.SC) == Answer.IMPOSSIBLE)
        .flatMap(claim -> orders(claim).map(order -> test(claim, order)));
  }

  /**
   * The same programs end in the same state as on the base kernel: only concurrency tells them
   * apart.
   */
  @TestFactory
  Stream<DynamicTest> aMarkerOrHarvesterThatIsNotAtomicIsRightInEveryOrder() {
    return Catalogue.claims().stream()
        .filter(claim -> claim.bug().filter(bug -> isAtomicity(bug.id())).isPresent())
        .flatMap(claim -> orders(claim).map(order -> test(claim, order)));
  }

  private static boolean isAtomicity(String bug) {
    return bug.equals("K07") || bug.equals("K08") || bug.equals("K01") || bug.equals("SL2");
  }

  private static DynamicTest test(Claim claim, List<Integer> order) {
    return DynamicTest.dynamicTest(
        claim.key() + " in order " + order,
        () -> {
          Run run = claim.run().get();
          for (int thread : order) {
            run.threads().get(thread).run();
          }
          run.last().run();
          assertEquals(List.of(), run.check().stream().toList());
          assertTrue(
              run.threads().stream().map(Program::actor).allMatch(a -> a.context().held() == null));
        });
  }

  private static Stream<List<Integer>> orders(Claim claim) {
    List<List<Integer>> all = new ArrayList<>();
    permute(new ArrayList<>(), claim.threads().size(), all);
    return all.stream();
  }

  private static void permute(List<Integer> prefix, int size, List<List<Integer>> all) {
    if (prefix.size() == size) {
      all.add(List.copyOf(prefix));
      return;
    }
    for (int i = 0; i < size; i++) {
      if (!prefix.contains(i)) {
        prefix.add(i);
        permute(prefix, size, all);
        prefix.remove(prefix.size() - 1);
      }
    }
  }
}
