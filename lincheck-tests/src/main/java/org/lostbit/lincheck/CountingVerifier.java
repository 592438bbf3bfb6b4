package org.lostbit.lincheck;

import java.util.List;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.execution.ResultWithClock;
import org.jetbrains.kotlinx.lincheck.util.ExceptionResult;
import org.jetbrains.kotlinx.lincheck.util.LincheckResult;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;
import org.jetbrains.lincheck.jvm.agent.LincheckInstrumentation;

/**
 * Counts invocations, and says which one broke the property. Lincheck makes it by its class.
 *
 * <p>Fewer calls than the budget mean that Lincheck had no interleaving left, which it does not say
 * itself.
 */
public final class CountingVerifier implements Verifier {
  /**
   * For Lincheck, which does it when its agent is in place and before the first invocation; a
   * sequential specification is not needed here.
   */
  public CountingVerifier(Class<?> unused) {
    watchModel();
  }

  /**
   * Has Lincheck instrument what is loaded of the house. By itself it would miss every class that
   * is reached through a lambda only, silently, and see no switch point in it.
   */
  private static void watchModel() {
    LincheckInstrumentation lincheck = LincheckInstrumentation.INSTANCE;
    for (Class<?> loaded : lincheck.getInstrumentation().getAllLoadedClasses()) {
      if (loaded.getName().startsWith("org.lostbit.") && !loaded.isHidden() && !loaded.isArray()) {
        lincheck.ensureClassHierarchyIsTransformed(loaded);
      }
    }
  }

  @Override
  public boolean verifyResults(ExecutionScenario scenario, ExecutionResult results) {
    Sampling sampling = ConcurrentRun.samplingOf(scenario);
    refuseExceptions(sampling, results.getInitResults());
    for (List<ResultWithClock> thread : results.getParallelResultsWithClock()) {
      for (ResultWithClock result : thread) {
        refuseExceptions(sampling, List.of(result.getResult()));
      }
    }
    refuseExceptions(sampling, results.getPostResults());
    return sampling.count();
  }

  private static void refuseExceptions(Sampling sampling, List<LincheckResult> results) {
    for (LincheckResult result : results) {
      if (result instanceof ExceptionResult thrown) {
        sampling.broke(thrown.getThrowable());
      }
    }
  }
}
