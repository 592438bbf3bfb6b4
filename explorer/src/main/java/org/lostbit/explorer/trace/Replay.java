package org.lostbit.explorer.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lostbit.explorer.search.ReplayedRun;
import org.lostbit.explorer.tree.Kind;
import org.lostbit.explorer.tree.Node;
import org.lostbit.explorer.tree.Trees;

/** Makes an execution follow a schedule string. */
public final class Replay {
  private final Trees trees;
  private final Schedule schedule;
  private final ReplayedRun run;
  private final Narrator narrator;

  /** A replay of {@code schedule} on a fresh execution. */
  public Replay(Trees trees, Schedule schedule, ReplayedRun run) {
    this.trees = trees;
    this.schedule = schedule;
    this.run = run;
    this.narrator = new Narrator(trees);
  }

  /**
   * Follows the schedule to its end.
   *
   * @return why the string no longer fits the model, and where; empty if it fits
   * @throws MalformedSchedule if it does not run: one sentence that says at which run, and why
   */
  public Optional<String> follow() {
    for (int i = 0; i < schedule.runs().size(); i++) {
      follow(i + 1, schedule.runs().get(i));
    }
    List<String> labels = narrator.labels(run.events());
    return Digest.difference(schedule.digest(), labels).map(range -> stale(range, labels));
  }

  /** The execution, as far as it was followed. */
  public ReplayedRun run() {
    return run;
  }

  private String stale(Digest.Range range, List<String> labels) {
    StringBuilder text = new StringBuilder("the digest #").append(schedule.digest());
    text.append(" of the schedule is not that of its steps, #").append(Digest.of(labels));
    text.append(": the model or the scenario has changed since it was written");
    if (range.from() <= range.to() && range.from() <= labels.size()) {
      text.append("; the first step that differs is not after step ").append(range.to());
      text.append(", and most likely not before step ").append(range.from());
      text.append(", which now is ").append(labels.get(range.from() - 1));
    }
    return text.toString();
  }

  private MalformedSchedule wrong(int number, Schedule.Run token, String why) {
    return new MalformedSchedule(
        "the schedule \""
            + schedule
            + "\" does not run: at run "
            + number
            + " ("
            + token
            + ") "
            + why);
  }

  private void follow(int number, Schedule.Run token) {
    int thread = thread(number, token);
    for (int done = 0; done < token.count(); done++) {
      if (run.ended(thread)) {
        throw wrong(number, token, trees.name(thread) + " has ended after " + operations(done));
      }
      if (!run.canGoOn(thread)) {
        throw wrong(number, token, "after " + operations(done) + " " + run.waiting(thread));
      }
      Node node = run.at(thread);
      if (node.kind == Kind.VIOLATE || run.faulted()) {
        throw wrong(
            number,
            token,
            "after " + operations(done) + " a property is broken: " + run.broken().orElseThrow());
      }
      boolean taken = done + 1 == token.count() && !token.event().isEmpty();
      if (taken && !(node.kind == Kind.CHOOSE && Narrator.event(node).equals(token.event()))) {
        throw wrong(
            number,
            token,
            "operation " + (done + 1) + " is " + trees.text(node) + ", not " + token.event());
      }
      run.step(thread, taken ? 1 : 0);
    }
  }

  private static String operations(int count) {
    return count + (count == 1 ? " operation" : " operations");
  }

  /**
   * The thread of a token; of two with the same name the one that runs last, once the other ended.
   */
  private int thread(int number, Schedule.Run token) {
    List<String> names = new ArrayList<>();
    int found = -1;
    for (int t = 0; t < trees.threads(); t++) {
      String name = Schedule.token(trees.name(t));
      names.add(name);
      if (name.equals(token.thread()) && (found < 0 || run.ended(found))) {
        found = t;
      }
    }
    if (found < 0) {
      throw wrong(
          number, token, "there is no such thread; the threads are " + String.join(", ", names));
    }
    return found;
  }
}
