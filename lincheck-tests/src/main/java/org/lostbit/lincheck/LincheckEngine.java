package org.lostbit.lincheck;

import java.io.PrintStream;
import org.lostbit.claims.Answer;
import org.lostbit.claims.Claim;
import org.lostbit.claims.EngineName;
import org.lostbit.claims.MemoryModel;
import org.lostbit.claims.engine.Engine;
import org.lostbit.claims.verdict.Verdict;

/**
 * Runs a claim under Lincheck's model checker: many interleavings, each once, fewest changes of
 * thread first. It samples, even where Lincheck has no interleaving left: what Lincheck was told to
 * overlook, and its own bounds, are not the explorer's.
 */
public final class LincheckEngine implements Engine {
  /** Invocations for one claim; all planted bugs have their first hit within it. */
  static final int BUDGET = 300;

  /** A claim whose answer is POSSIBLE is sampled until the first hit, so many budgets at most. */
  static final int BUDGETS_UNTIL_HIT = 10;

  private final int budget;
  private final PrintStream notes;

  /** The engine with its usual budget, which writes its notes to the console. */
  public LincheckEngine() {
    this(BUDGET, System.out);
  }

  LincheckEngine(int budget, PrintStream notes) {
    this.budget = budget;
    this.notes = notes;
  }

  @Override
  public EngineName name() {
    return EngineName.LINCHECK;
  }

  @Override
  public MemoryModel model() {
    return MemoryModel.SC;
  }

  @Override
  public boolean exhaustive() {
    return false;
  }

  @Override
  public Verdict judge(Claim claim) {
    if (!Settings.complete()) {
      return new Verdict.Failed(Settings.LACKING);
    }
    boolean untilHit = claim.expected(MemoryModel.SC).orElse(Answer.IMPOSSIBLE) == Answer.POSSIBLE;
    int invocations = untilHit ? budget * BUDGETS_UNTIL_HIT : budget;
    try {
      Search search = Search.of(claim, invocations, true);
      long seen = search.sampling().invocations();
      if (search.failure().isEmpty() && seen < invocations) {
        notes.println(
            claim.key()
                + ": Lincheck has no interleaving left after "
                + seen
                + " invocations; that is no proof");
      }
      return Findings.verdict(search);
    } catch (RuntimeException
        | Error complaint) { // whatever Lincheck says, the claim is not judged
      return new Verdict.Failed("Lincheck gives up: " + complaint);
    }
  }
}
