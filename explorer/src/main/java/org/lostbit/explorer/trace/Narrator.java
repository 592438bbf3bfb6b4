package org.lostbit.explorer.trace;

import java.util.ArrayList;
import java.util.List;
import org.lostbit.claims.verdict.Counterexample;
import org.lostbit.claims.verdict.TraceStep;
import org.lostbit.explorer.search.Event;
import org.lostbit.explorer.search.Execution;
import org.lostbit.explorer.tree.Heap;
import org.lostbit.explorer.tree.Kind;
import org.lostbit.explorer.tree.Node;
import org.lostbit.explorer.tree.Trees;
import org.lostbit.explorer.tree.Where;
import org.lostbit.explorer.tree.Wording;
import org.lostbit.model.memory.Context;
import org.lostbit.model.memory.Violation;

/** Tells an execution to people. */
public final class Narrator {
  private final Trees trees;
  private final Heap heap;

  /** A narrator of executions of {@code trees}. */
  public Narrator(Trees trees) {
    this.trees = trees;
    this.heap = trees.heap();
  }

  /** The counterexample that an execution is. */
  public Counterexample counterexample(
      String title, Violation violation, List<Event> events, boolean shortest) {
    List<String> names = new ArrayList<>();
    for (int t = 0; t < trees.threads(); t++) {
      names.add(trees.name(t));
    }
    return new Counterexample(
        violation.kind(),
        violation.message(),
        schedule(title, events).toString(),
        shortest,
        Execution.changes(events),
        names,
        steps(events, violation.message()),
        "");
  }

  /** The schedule string of an execution. */
  public Schedule schedule(String title, List<Event> events) {
    List<Schedule.Run> runs = new ArrayList<>();
    int count = 0;
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      count++;
      boolean taken = event.node().kind == Kind.CHOOSE && event.choice() == 1;
      boolean ends = i + 1 == events.size() || events.get(i + 1).thread() != event.thread();
      if (taken || ends) {
        String token = Schedule.token(trees.name(event.thread()));
        runs.add(new Schedule.Run(token, count, taken ? event(event.node()) : ""));
        count = 0;
      }
    }
    return new Schedule(title, runs, Digest.of(labels(events)));
  }

  static String event(Node node) {
    return Schedule.token(String.valueOf(node.operation().detail()));
  }

  /** What the digest is made of: thread and operation of each step. */
  List<String> labels(List<Event> events) {
    List<String> labels = new ArrayList<>();
    for (Event event : events) {
      labels.add(trees.name(event.thread()) + ": " + trees.text(event.node()));
    }
    return labels;
  }

  /** The steps of an execution; {@code note} says what the last of them means. */
  public List<TraceStep> steps(List<Event> events, String note) {
    List<TraceStep> steps = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      steps.add(step(i + 1, events.get(i), i + 1 == events.size() ? note : ""));
    }
    return steps;
  }

  private TraceStep step(int number, Event event, String note) {
    Node node = event.node();
    Where where = node.where();
    boolean atCell = node.cell >= 0;
    String text = trees.text(node);
    if (node.kind == Kind.CHOOSE) {
      text += event.choice() == 1 ? " happens" : " does not happen";
    } else if (node.kind == Kind.ALLOC) {
      text = node.made().label() + " = " + text;
    }
    return new TraceStep(
        number,
        event.thread(),
        where.function(),
        where.file(),
        where.source(),
        where.line(),
        text,
        atCell ? heap.label(node.cell) : "",
        atCell ? Wording.value(node.cell, event.before(), heap) : "",
        atCell ? Wording.value(node.cell, event.after(), heap) : "",
        locks(node.context()),
        event.visible(),
        note);
  }

  private static List<String> locks(Context context) {
    List<String> locks = new ArrayList<>();
    for (Context.Held lock = context.held(); lock != null; lock = lock.next()) {
      locks.add(0, lock.lockClass());
    }
    return locks;
  }
}
