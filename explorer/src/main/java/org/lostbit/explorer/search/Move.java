package org.lostbit.explorer.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A scheduled step. Searches keep it as one number.
 *
 * @param thread the thread that goes on
 * @param choice which of its ways it takes
 */
public record Move(int thread, int choice) {

  static int of(int thread, int choice) {
    return (thread << 8) | choice;
  }

  static int thread(int move) {
    return move >>> 8;
  }

  static int choice(int move) {
    return move & 0xff;
  }

  /** The first moves of a search's array. */
  static List<Move> list(int[] moves, int count) {
    List<Move> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(new Move(thread(moves[i]), choice(moves[i])));
    }
    return list;
  }
}
