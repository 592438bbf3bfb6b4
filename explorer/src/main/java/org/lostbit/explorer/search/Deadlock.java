package org.lostbit.explorer.search;

import java.util.ArrayList;
import java.util.List;
import org.lostbit.explorer.tree.Kind;
import org.lostbit.explorer.tree.Node;
import org.lostbit.explorer.tree.Trees;
import org.lostbit.explorer.tree.Wording;
import org.lostbit.model.memory.Context;
import org.lostbit.model.memory.Violation;

/** Says who waits for what. */
public final class Deadlock {
  private Deadlock() {}

  /** The violation that a state shows from which there is no way to an end. */
  public static Violation in(Trees trees, Semantics memory) {
    List<String> waits = new ArrayList<>();
    boolean somebodyGoesOn = false;
    for (int t = 0; t < trees.threads(); t++) {
      boolean runs = t < trees.threads() - 1 || waits.isEmpty();
      if (runs && memory.at(t).kind != Kind.END) {
        boolean goesOn = memory.choices(t) > 0;
        somebodyGoesOn |= goesOn;
        waits.add(goesOn ? polling(trees, memory, t) : waiting(trees, memory, t));
      }
    }
    return new Violation(
        Violation.Kind.DEADLOCK,
        (somebodyGoesOn ? "there is no way to the end: " : "") + String.join("; ", waits));
  }

  private static String polling(Trees trees, Semantics memory, int thread) {
    Node node = memory.at(thread);
    String text = trees.name(thread) + " goes on for ever from " + trees.text(node);
    return node.cell < 0
        ? text
        : text + ", which is " + Wording.value(node.cell, memory.value(node.cell), trees.heap());
  }

  /** What one thread waits for. */
  public static String waiting(Trees trees, Semantics memory, int thread) {
    Node node = memory.at(thread);
    StringBuilder text = new StringBuilder(trees.name(thread));
    text.append(" waits in ").append(trees.text(node));
    text.append(", which is ");
    text.append(Wording.value(node.cell, memory.value(node.cell), trees.heap()));
    for (int t = 0; t < trees.threads(); t++) {
      for (Context.Held lock = memory.at(t).context().held(); lock != null; lock = lock.next()) {
        if (lock.cell() == node.cell) {
          text.append(", ").append(lock.lockClass()).append(" held by ").append(trees.name(t));
        }
      }
    }
    return text.toString();
  }
}
