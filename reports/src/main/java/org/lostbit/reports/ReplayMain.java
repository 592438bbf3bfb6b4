package org.lostbit.reports;

import java.util.ArrayList;
import java.util.List;
import org.lostbit.claims.Catalogue;
import org.lostbit.claims.Claim;
import org.lostbit.explorer.Explorer;
import org.lostbit.explorer.ExplorerEngine;
import org.lostbit.explorer.Replayed;
import org.lostbit.explorer.search.Budget;
import org.lostbit.explorer.trace.MalformedSchedule;
import org.lostbit.explorer.trace.Schedule;
import org.lostbit.reports.trace.TraceText;

/** The process that replays one schedule on the explored machine and prints what it leads to. */
public final class ReplayMain {
  private static final int HARMLESS = 0;
  private static final int VIOLATES = 10;
  private static final int USAGE = 64;

  private ReplayMain() {}

  /**
   * Ends with 10 if the schedule breaks a property, with 0 if it does not, with 64 and one sentence
   * if it does not run.
   *
   * @param args the schedule string
   */
  public static void main(String[] args) {
    System.exit(replay(args[0]));
  }

  private static int replay(String text) {
    Claim claim;
    Replayed replayed;
    try {
      Schedule schedule = Schedule.parse(text);
      claim = claim(Catalogue.claims(), schedule);
      replayed = Explorer.replay(schedule, claim.run(), Budget.standard());
    } catch (MalformedSchedule wrong) {
      System.out.println(wrong.getMessage() + ".");
      return USAGE;
    }
    if (replayed.stale().isPresent()) {
      System.out.println("The schedule '" + text + "' is stale: " + replayed.stale().get() + ".");
      return USAGE;
    }
    if (replayed.counterexample().isPresent()) {
      System.out.print(TraceText.of(claim, replayed.counterexample().get()));
      return VIOLATES;
    }
    List<String> threads = new ArrayList<>(claim.threads());
    threads.add("at the end");
    System.out.println("The schedule breaks no property; it leads to: " + replayed.ending());
    System.out.println();
    System.out.println(TraceText.steps(threads, replayed.steps()));
    return HARMLESS;
  }

  /** The first claim that a schedule is about; claims of one scenario and kernel run alike. */
  static Claim claim(List<Claim> claims, Schedule schedule) {
    return claims.stream()
        .filter(claim -> ExplorerEngine.title(claim).equals(schedule.title()))
        .findFirst()
        .orElseThrow(
            () ->
                new MalformedSchedule(
                    "No claim is about '"
                        + schedule.title()
                        + "'; 'lostbit list --json' shows the scenario and kernel of each"));
  }
}
