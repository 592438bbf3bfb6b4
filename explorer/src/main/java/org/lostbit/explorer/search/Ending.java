package org.lostbit.explorer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lostbit.claims.Run;
import org.lostbit.explorer.tree.Trees;
import org.lostbit.model.memory.Violation;

/** What a run says of a state in which everybody has ended. */
final class Ending {
  private Ending() {}

  /** How it is broken. All questions are asked, since each may come to memory that is freed. */
  static Optional<Violation> broken(Trees trees, Semantics memory) {
    Run run = trees.run();
    return trees.judge(
        memory,
        () -> {
          List<Object> asked = new ArrayList<>();
          run.interests().forEach(interest -> asked.add(interest.reached().getAsBoolean()));
          asked.add(run.outcome().get());
          return run.check();
        },
        null);
  }
}
