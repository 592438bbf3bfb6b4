package org.openjdk.jcstress;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.SpinLoopStyle;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.Scheduler;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.os.topology.PresetRegularTopology;
import org.openjdk.jcstress.os.topology.TopologyParseException;
import org.openjdk.jcstress.vm.CompileMode;

/**
 * A front end for jcstress that runs one fork of one test and hands its result back as an object.
 *
 * <p>jcstress's own leaves out, silently and with exit code 0, every test that has more actors than
 * the machine has CPUs; it chooses the number of forks itself and writes into the working
 * directory. This one gives jcstress a made-up machine with a CPU for each actor and binds no
 * thread, so that any CPU count will do. It lies in jcstress's package because {@link TestExecutor}
 * does.
 */
public final class FrontEnd {
  private FrontEnd() {}

  /**
   * What one fork is to do.
   *
   * @param test the name of the test class
   * @param millis how long it samples, after its warm-up
   * @param stride how many samples the actors run through between two rendezvous
   * @param strides how many strides share one set of states
   * @param jvmArgs the fork's own JVM flags
   */
  public record Plan(String test, int millis, int stride, int strides, List<String> jvmArgs) {
    /** A plan owns its list. */
    public Plan {
      jvmArgs = List.copyOf(jvmArgs);
    }
  }

  /**
   * What became of one fork.
   *
   * @param test the name of the test class that ran
   * @param status jcstress's word; {@code NORMAL} if the fork ended as it should
   * @param endings how often each result was seen
   * @param messages what jcstress and the fork's JVM said
   */
  public record Outcome(
      String test, String status, Map<String, Long> endings, List<String> messages) {
    /** An outcome owns its collections. */
    public Outcome {
      endings = Map.copyOf(endings);
      messages = List.copyOf(messages);
    }

    /** Whether the fork ended as it should. */
    public boolean normal() {
      return status.equals(Status.NORMAL.name());
    }
  }

  /** The tests on the class path, each with its number of actors. */
  public static Map<String, Integer> declared() {
    Map<String, Integer> actors = new TreeMap<>();
    for (String test : TestList.tests()) {
      actors.put(test, TestList.getInfo(test).threads());
    }
    return actors;
  }

  /** Runs one fork; the list has one element for each fork that ran. */
  public static List<Outcome> run(Plan plan) throws IOException {
    var info = TestList.getInfo(plan.test());
    int actors = info.threads();
    try {
      var topology = new PresetRegularTopology(1, actors, 1);
      var where = new SchedulingClass(AffinityMode.NONE, actors, topology.nodeType());
      var config =
          new TestConfig(new Settings(plan), info, 0, plan.jvmArgs(), CompileMode.UNIFIED, where);
      var collector = new InProcessCollector();
      new TestExecutor(new Verbosity(0), collector, new Scheduler(topology, actors))
          .runAll(List.of(config));
      List<Outcome> outcomes = new ArrayList<>();
      for (TestResult result : collector.getTestResults()) {
        outcomes.add(outcome(result));
      }
      return outcomes;
    } catch (TopologyParseException e) {
      throw new IOException("jcstress refuses a machine of " + actors + " cores", e);
    }
  }

  private static Outcome outcome(TestResult result) {
    Map<String, Long> endings = new TreeMap<>();
    for (String state : result.getStateKeys()) {
      endings.put(state, result.getCount(state));
    }
    List<String> messages = new ArrayList<>(result.getMessages());
    messages.addAll(result.getVmErr());
    messages.addAll(result.getVmOut());
    return new Outcome(result.getName(), result.status().name(), endings, messages);
  }

  /** The plan in the form in which jcstress asks for it, without a look at the command line. */
  private static final class Settings extends Options {
    private final Plan plan;

    Settings(Plan plan) {
      super(new String[0]);
      this.plan = plan;
    }

    @Override
    public int getTime() {
      return plan.millis();
    }

    @Override
    public int getIterations() {
      return 1;
    }

    @Override
    public int getStrideSize() {
      return plan.stride();
    }

    @Override
    public int getStrideCount() {
      return plan.strides();
    }

    @Override
    public int getMaxFootprintMb() {
      return 64;
    }

    /**
     * Actors that share a CPU, with each other or with strangers, must give it up where they wait.
     */
    @Override
    public SpinLoopStyle getSpinStyle() {
      return SpinLoopStyle.THREAD_YIELD;
    }
  }
}
