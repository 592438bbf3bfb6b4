package org.lostbit.explorer;

import org.lostbit.claims.Claim;
import org.lostbit.claims.EngineName;
import org.lostbit.claims.MemoryModel;
import org.lostbit.claims.engine.Engine;
import org.lostbit.claims.verdict.Exhaustion;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.explorer.search.Budget;
import org.lostbit.explorer.tree.BrokenModel;

/** The engine that sees every execution in the bound. */
public final class ExplorerEngine implements Engine {
  private final Budget budget;

  /** An engine with the budget that the catalogue's claims are made for. */
  public ExplorerEngine() {
    this(Budget.standard());
  }

  /** An engine with a budget of its own. */
  public ExplorerEngine(Budget budget) {
    this.budget = budget;
  }

  @Override
  public EngineName name() {
    return EngineName.EXPLORER;
  }

  @Override
  public MemoryModel model() {
    return MemoryModel.SC;
  }

  @Override
  public boolean exhaustive() {
    return true;
  }

  /** The part of a schedule string before the {@code @}. */
  public static String title(Claim claim) {
    return claim.scenario() + "/" + claim.kernel();
  }

  @Override
  public Verdict judge(Claim claim) {
    if (claim.unsuited(name()).isPresent()) {
      return new Verdict.NotSuited(claim.unsuited(name()).get());
    }
    try {
      return verdict(claim.bound(), Explorer.explore(title(claim), claim.run(), budget));
    } catch (BrokenModel e) {
      return new Verdict.Failed(e.getMessage());
    } catch (RuntimeException | Error e) {
      return new Verdict.Failed("the explorer broke: " + e);
    }
  }

  private Verdict verdict(String bound, Exploration exploration) {
    Exploration.Counts counts = exploration.counts();
    if (exploration instanceof Exploration.Broken broken) {
      return new Verdict.Violated(
          broken.counterexample(),
          counts.executions(),
          broken.hits(),
          exploration.ends().reached());
    }
    if (exploration instanceof Exploration.CutShort cut) {
      return new Verdict.Unfinished(cut.why(), counts.executions(), exploration.ends().reached());
    }
    if (exploration.ends().states() == 0) {
      return new Verdict.Failed("no execution came to its end: nothing is proved");
    }
    return new Verdict.Proved(
        new Exhaustion(
            model(),
            bound,
            counts.executions(),
            counts.exact(),
            counts.states(),
            counts.transitions(),
            counts.unexplored(),
            counts.fingerprintBits(),
            exploration.ends().reached()));
  }
}
