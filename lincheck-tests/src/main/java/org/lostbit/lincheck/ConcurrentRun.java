package org.lostbit.lincheck;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.lostbit.claims.Run;
import org.lostbit.model.memory.ModelViolation;
import org.lostbit.model.memory.Program;

/**
 * A claim's run in the form that Lincheck wants: a class whose methods are called by its threads. A
 * new object is made for each invocation.
 *
 * <p>It is public because Lincheck calls it.
 */
public final class ConcurrentRun {
  /**
   * The run of this invocation. It must be a field that Lincheck watches: what is reachable only
   * through something ignored counts as local to one thread, and gets no switch points.
   */
  private Run run;

  /** For Lincheck. */
  public ConcurrentRun() {}

  /** Before the threads start: builds the closed system. */
  public void build(Sampling sampling) {
    run = sampling.begin();
  }

  /** One thread of the scenario, from its first step to its last. */
  public void thread(Sampling sampling, int index) {
    go(sampling, run.threads().get(index));
  }

  /** After all threads have ended: the last program, then the questions. */
  public void end(Sampling sampling) {
    if (!sampling.cutShort()) {
      go(sampling, run.last());
    }
    if (!sampling.cutShort()) {
      sampling.end(run);
    }
  }

  // An Error is Lincheck's way to end a thread; it must pass.
  private static void go(Sampling sampling, Program program) {
    try {
      program.run();
    } catch (ModelViolation broken) {
      sampling.violated(broken.violation());
    } catch (RuntimeException unexpected) {
      sampling.broke(unexpected);
    }
  }

  /**
   * The scenario that Lincheck runs.
   *
   * @param order the threads in the order in which Lincheck is to number them
   */
  static ExecutionScenario scenario(Sampling sampling, List<Integer> order) {
    List<List<Actor>> parallel = new ArrayList<>();
    for (int index : order) {
      parallel.add(List.of(call("thread", sampling, index)));
    }
    return new ExecutionScenario(
        List.of(call("build", sampling)), parallel, List.of(call("end", sampling)), null);
  }

  /** The sampling that a scenario made here carries. */
  static Sampling samplingOf(ExecutionScenario scenario) {
    return (Sampling) scenario.getInitExecution().get(0).getArguments().get(0);
  }

  private static Actor call(String name, Object... arguments) {
    for (Method method : ConcurrentRun.class.getMethods()) {
      if (method.getName().equals(name)) {
        return new Actor(method, List.of(arguments));
      }
    }
    throw new AssertionError("no method " + name);
  }
}
