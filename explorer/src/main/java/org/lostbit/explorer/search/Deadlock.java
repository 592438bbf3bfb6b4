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

  /** The violation that a state shows in which nobody can go on. */
  public static Violation in(Trees trees, Semantics memory) {
    List<String> waits = new ArrayList<>();
    for (int t = 0; t < trees.threads() - 1; t++) {
      if (memory.at(t).kind != Kind.END) {
        waits.add(waiting(trees, memory, t));
      }
    }
    if (waits.isEmpty()) {
      waits.add(waiting(trees, memory, trees.threads() - 1));
    }
    return new Violation(Violation.Kind.DEADLOCK, String.join("; ", waits));
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
