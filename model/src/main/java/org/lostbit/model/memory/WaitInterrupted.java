package org.lostbit.model.memory;

/**
 * Thrown on the JVM machine where a modelled thread waits and its Java thread is interrupted: how
 * an engine frees a thread that waits for one which has left the model for good.
 */
public final class WaitInterrupted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WaitInterrupted() {
    super("interrupted while a modelled thread waits");
  }
}
