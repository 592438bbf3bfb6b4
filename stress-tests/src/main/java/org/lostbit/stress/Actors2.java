package org.lostbit.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.results.LJ_Result;

/** Samples a claim of 2 threads: the one that {@link Fork} was started for. */
@JCStressTest
@Outcome(expect = Expect.ACCEPTABLE, desc = "judged by the engine")
public class Actors2 {

  @Actor
  public void actor1(Sample sample) {
    sample.act(0);
  }

  @Actor
  public void actor2(Sample sample) {
    sample.act(1);
  }

  @Arbiter
  public void last(Sample sample, LJ_Result result) {
    sample.end(result);
  }
}
