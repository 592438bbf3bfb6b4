package org.lostbit.reports.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.lostbit.claims.Claim;
import org.lostbit.claims.EngineName;
import org.lostbit.claims.MemoryModel;
import org.lostbit.claims.engine.Engine;
import org.lostbit.claims.verdict.Verdict;

final class EnginesTest {
  /** Is there, and does nothing. */
  private record Idle(EngineName name) implements Engine {
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
      throw new AssertionError("is not asked");
    }
  }

  /** Gives the engines in turn; an error is thrown, for ever if it is the last. */
  private static Iterator<Engine> loader(Object... found) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < found.length;
      }

      @Override
      public Engine next() {
        Object now = found[next];
        if (now instanceof Engine || next < found.length - 1) {
          next++;
        }
        if (now instanceof Engine engine) {
          return engine;
        }
        throw (ServiceConfigurationError) now;
      }
    };
  }

  @Test
  void aBrokenEngineIsReportedAndDoesNotHideTheOthers() {
    Engines engines =
        Engines.found(
            loader(
                new Idle(EngineName.JCSTRESS),
                new ServiceConfigurationError("provider X has no JNA"),
                new Idle(EngineName.LINCHECK),
                new ServiceConfigurationError("Y cannot be read")));
    assertEquals(
        List.of(EngineName.LINCHECK, EngineName.JCSTRESS),
        engines.usable().stream().map(EngineHome::name).toList());
    assertEquals(2, engines.unusable().size());
    assertTrue(engines.unusable().get(0).contains("provider X has no JNA"));
  }

  @Test
  void anEnginesProcessIsTheMainBesideIt() {
    assertEquals(
        "org.lostbit.reports.engines.Main",
        Engines.found(loader(new Idle(EngineName.JQWIK))).usable().get(0).mainClass());
  }

  @Test
  void theExplorerRunsOnItsOwnMachine() {
    assertTrue(EngineProcess.flags(EngineName.EXPLORER).contains("-Dlostbit.machine=explored"));
    assertTrue(EngineProcess.flags(EngineName.LINCHECK).contains("-Dlostbit.wait=monitor"));
  }
}
