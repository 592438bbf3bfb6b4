package org.lostbit.stress;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.lostbit.claims.Run;
import org.lostbit.model.memory.ModelViolation;
import org.lostbit.model.memory.Program;
import org.lostbit.model.memory.Step;
import org.lostbit.model.memory.Violation;
import org.lostbit.model.memory.WaitInterrupted;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LJ_Result;

/**
 * One closed system of this JVM's claim, run once.
 *
 * <p>A thread that breaks a property leaves the model where it stands, with all its locks held.
 * Whoever waits for it would wait for ever; so the sample is marked as over, a thread that comes
 * later does not enter, and a thread that waits inside is interrupted, which ends its wait.
 */
@State
public class Sample {
  private final Run run = Fork.CLAIM.run().get();
  private final AtomicReferenceArray<Thread> inside =
      new AtomicReferenceArray<>(run.threads().size());
  private final long seed = Stagger.seed();
  private volatile Ending over;

  /** Runs one concurrent thread of the system. */
  void act(int index) {
    boolean measures = Stagger.measures(seed, index);
    startLate(Fork.STAGGER.delay(seed, index));
    // A full barrier before the program: whoever ends the sample sees this thread, or is seen by
    // it.
    inside.set(index, Thread.currentThread());
    if (over == null) {
      try {
        long from = measures ? System.nanoTime() : 0;
        execute(run.threads().get(index));
        if (measures) {
          Fork.STAGGER.took(index, System.nanoTime() - from);
        }
      } catch (RuntimeException | Error thrown) {
        end(thrown);
        inside.set(index, null);
        freeTheOthers();
      }
    }
    inside.setOpaque(index, null);
    if (over != null) {
      // An interrupt that was meant for this sample must not reach the next.
      boolean unused = Thread.interrupted();
    }
    Fork.WATCH.moved(index);
  }

  /** Runs what comes last, asks what is to be asked, and puts the answer into {@code result}. */
  void end(LJ_Result result) {
    Ending ending = over;
    if (ending == null) {
      ending = quietEnd();
    }
    result.r1 = written(ending);
    result.r2 = ending instanceof Ending.Dropped ? 0 : interests();
  }

  private Ending quietEnd() {
    try {
      execute(run.last());
      return run.check().<Ending>map(Ending.Broken::new).orElseGet(Ending.Held::new);
    } catch (RuntimeException | Error thrown) {
      return ending(thrown);
    }
  }

  private long interests() {
    List<Run.Interest> interests = run.interests();
    long mask = 0;
    try {
      for (int i = 0; i < interests.size(); i++) {
        if (interests.get(i).reached().getAsBoolean()) {
          mask |= 1L << i;
        }
      }
    } catch (RuntimeException notToBeAsked) {
      return 0; // a system that broke half-way may have nothing to answer with
    }
    return mask;
  }

  /** As {@link Program#run}, but a step that is to run again looks whether the sample is over. */
  @SuppressWarnings("ThreadPriorityCheck") // threads may outnumber the CPUs
  private void execute(Program program) {
    for (Step step : program.steps()) {
      while (step.run(program.actor()) == Step.Progress.AGAIN) {
        if (over != null) {
          return;
        }
        Thread.onSpinWait();
        Thread.yield();
      }
    }
  }

  private synchronized void end(Throwable thrown) {
    if (over == null) {
      over = ending(thrown);
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // threads may outnumber the CPUs
  private void freeTheOthers() {
    for (int i = 0; i < inside.length(); i++) {
      for (Thread other = inside.get(i); other != null; other = inside.get(i)) {
        other.interrupt();
        Thread.yield();
      }
    }
  }

  private static void startLate(long nanos) {
    if (nanos > 0) {
      long until = System.nanoTime() + nanos;
      while (System.nanoTime() - until < 0) {
        Thread.onSpinWait();
      }
    }
  }

  private static Ending ending(Throwable thrown) {
    if (thrown instanceof ModelViolation violation) {
      return new Ending.Broken(violation.violation());
    } else if (thrown instanceof WaitInterrupted) {
      return new Ending.Dropped();
    }
    StackTraceElement[] stack = thrown.getStackTrace();
    return new Ending.Failed(thrown + (stack.length == 0 ? "" : " at " + stack[0]));
  }

  private static String written(Ending ending) {
    if (ending instanceof Ending.Broken broken) {
      Violation.Kind kind = broken.violation().kind();
      return Fork.TEXTS.of(kind.name(), ending.written());
    }
    return ending instanceof Ending.Failed ? Fork.TEXTS.of("", ending.written()) : ending.written();
  }
}
