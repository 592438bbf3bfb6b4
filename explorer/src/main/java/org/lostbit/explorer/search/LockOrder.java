package org.lostbit.explorer.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lostbit.explorer.tree.LockEdge;

/** The orders in which locks were taken, over all executions. */
final class LockOrder {
  private final Set<LockEdge> edges = new LinkedHashSet<>();
  private List<LockEdge> cycle = List.of();

  LockOrder(Collection<LockEdge> known) {
    known.forEach(this::add);
  }

  /** Adds an edge; whether it is the one that closes the first cycle. */
  boolean add(LockEdge edge) {
    if (!edges.add(edge) || !cycle.isEmpty()) {
      return false;
    }
    cycle = around(edge);
    return !cycle.isEmpty();
  }

  /** The edges, in the order in which they were met. */
  Set<LockEdge> edges() {
    return edges;
  }

  /** The first cycle, the edge that closed it first; empty if there is none. */
  List<LockEdge> cycle() {
    return cycle;
  }

  /** The shortest cycle through an edge, by a search from its end back to its start. */
  private List<LockEdge> around(LockEdge closing) {
    Map<String, LockEdge> reachedBy = new HashMap<>();
    Set<String> reached = new HashSet<>(List.of(closing.inner()));
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty() && !reached.contains(closing.outer())) {
      String at = open.remove();
      for (LockEdge edge : edges) {
        if (edge.outer().equals(at) && reached.add(edge.inner())) {
          reachedBy.put(edge.inner(), edge);
          open.add(edge.inner());
        }
      }
    }
    if (!reached.contains(closing.outer())) {
      return List.of();
    }
    List<LockEdge> back = new ArrayList<>();
    for (String at = closing.outer(); !at.equals(closing.inner()); at = back.get(0).outer()) {
      back.add(0, reachedBy.get(at));
    }
    back.add(0, closing);
    return List.copyOf(back);
  }
}
