package org.lostbit.stress;

import java.io.IOException;
import java.util.List;
import org.openjdk.jcstress.FrontEnd;

/** Whoever runs forks: jcstress, or a test of the engine. */
@FunctionalInterface
interface Forks {
  /** Runs one fork; the list has one element for each fork that ran. */
  List<FrontEnd.Outcome> run(FrontEnd.Plan plan) throws IOException;
}
