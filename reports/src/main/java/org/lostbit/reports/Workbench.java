package org.lostbit.reports;

import java.io.PrintStream;
import java.util.List;
import org.lostbit.claims.Claim;
import org.lostbit.reports.engines.Engines;

/**
 * What the commands work with.
 *
 * @param claims the catalogue
 * @param digest the classes of model and claims
 * @param engines the engines beside the command line
 * @param out for results
 * @param err for progress and complaints
 */
record Workbench(
    List<Claim> claims, String digest, Engines engines, PrintStream out, PrintStream err) {
  /** Owns its list. */
  Workbench {
    claims = List.copyOf(claims);
  }
}
