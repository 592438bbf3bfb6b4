package org.lostbit.explorer.tree;

import java.util.List;

/**
 * Where an operation stands in the model.
 *
 * @param function the C function that is modelled; empty if no method on the stack says
 * @param file the C file
 * @param source the numbered step of the C function
 * @param line the line of the model, such as {@code GetDirtyLogV35.java:61}
 * @param frames the innermost frames of the model, for messages
 */
public record Where(String function, String file, String source, String line, List<String> frames) {
  /** Owns its list. */
  public Where {
    frames = List.copyOf(frames);
  }
}
