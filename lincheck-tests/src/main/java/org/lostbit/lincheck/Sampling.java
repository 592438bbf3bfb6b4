package org.lostbit.lincheck;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lostbit.claims.Run;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.model.memory.Violation;

/**
 * What is seen of one claim while Lincheck runs it again and again.
 *
 * <p>It travels into each invocation as an argument and Lincheck is told to ignore its methods: so
 * Lincheck neither takes its fields for shared state of the model nor sets them back between two
 * invocations.
 *
 * <p>An invocation may be run more than once (Lincheck replays one to leave a spin loop, or to
 * collect a trace), so an invocation is judged when it ends but counted only by {@link #count()},
 * which the verifier calls once for each.
 */
public final class Sampling {
  private final Supplier<Run> builder;
  private final List<Run.Interest> named;
  private final boolean stopAtHit;
  private final long[] reached;

  private long invocations;
  private long hits;
  private long firstHit;

  private Violation violation;
  private Throwable broken;
  private boolean[] reachedNow;

  Sampling(Supplier<Run> builder, Run first, boolean stopAtHit) {
    this.builder = builder;
    this.named = first.interests();
    this.stopAtHit = stopAtHit;
    this.reached = new long[named.size()];
    this.reachedNow = new boolean[named.size()];
  }

  // ---- called inside an invocation -----------------------------------------------------------

  /**
   * Begins an invocation with a new closed system. Built here, out of Lincheck's sight, its objects
   * count as shared from the start, and building them costs no events: 2 to 3 times the speed.
   */
  Run begin() {
    violation = null;
    broken = null;
    reachedNow = new boolean[named.size()];
    return builder.get();
  }

  boolean cutShort() {
    return violation != null || broken != null;
  }

  /** The first violation of an invocation is the one that counts. */
  void violated(Violation seen) {
    if (violation == null) {
      violation = seen;
    }
  }

  void broke(Throwable by) {
    if (broken == null) {
      broken = by;
    }
  }

  void end(Run run) {
    Optional<Violation> shown = run.check();
    shown.ifPresent(this::violated);
    for (int i = 0; i < reachedNow.length; i++) {
      reachedNow[i] = run.interests().get(i).reached().getAsBoolean();
    }
  }

  // ---- called between invocations ------------------------------------------------------------

  /** Counts the invocation that just ended; whether Lincheck is to go on. */
  boolean count() {
    invocations++;
    for (int i = 0; i < reached.length; i++) {
      reached[i] += reachedNow[i] ? 1 : 0;
    }
    if (broken != null) {
      return false;
    }
    if (violation == null) {
      return true;
    }
    hits++;
    if (firstHit == 0) {
      firstHit = invocations;
    }
    return !stopAtHit;
  }

  /** How many invocations were counted. */
  long invocations() {
    return invocations;
  }

  /** How many of them broke the property. */
  long hits() {
    return hits;
  }

  /** The number of the first that did, from 1; 0 if none did. */
  long firstHit() {
    return firstHit;
  }

  /** The violation of the last invocation, if it had one. */
  Optional<Violation> violation() {
    return Optional.ofNullable(violation);
  }

  /** What the model's code threw in the last invocation, if it threw what is no violation. */
  Optional<Throwable> broken() {
    return Optional.ofNullable(broken);
  }

  /** How often each interesting state was reached. */
  List<Verdict.Reached> reached() {
    Verdict.Reached[] all = new Verdict.Reached[reached.length];
    for (int i = 0; i < reached.length; i++) {
      all[i] = new Verdict.Reached(named.get(i).what(), reached[i]);
    }
    return List.of(all);
  }

  /** Stands in Lincheck's traces as an argument of each thread. */
  @Override
  public String toString() {
    return "run";
  }
}
