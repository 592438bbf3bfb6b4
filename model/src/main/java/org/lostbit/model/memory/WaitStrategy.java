package org.lostbit.model.memory;

/**
 * How a thread of the JVM machine waits for another: chosen once per JVM by the system property
 * {@code lostbit.wait} ({@code spin}, the default, or {@code monitor}, which Lincheck understands).
 */
abstract class WaitStrategy {
  static WaitStrategy chosen() {
    String name = System.getProperty("lostbit.wait", "spin");
    return switch (name) {
      case "spin" -> new Spin();
      case "monitor" -> new Monitor();
      default ->
          throw new IllegalStateException(
              "lostbit.wait=" + name + " names no wait strategy; use spin or monitor");
    };
  }

  /**
   * Waits until {@code attempt} succeeds.
   *
   * @throws WaitInterrupted if the Java thread is interrupted, which clears its interrupt
   */
  abstract void until(Attempt attempt);

  /** A word changed: waiting threads look again. */
  abstract void changed();

  /** One try to get on. */
  @FunctionalInterface
  interface Attempt {
    boolean succeeds();
  }

  /** Spins, giving up the CPU each time: for threads that may outnumber the CPUs. */
  static final class Spin extends WaitStrategy {
    @Override
    @SuppressWarnings("ThreadPriorityCheck") // threads may outnumber the CPUs
    void until(Attempt attempt) {
      while (!attempt.succeeds()) {
        if (Thread.interrupted()) {
          throw new WaitInterrupted();
        }
        Thread.onSpinWait();
        Thread.yield();
      }
    }

    @Override
    void changed() {}
  }

  /** Sleeps on a monitor, so that a scheduler which controls the threads knows who waits. */
  static final class Monitor extends WaitStrategy {
    private final Object monitor = new Object();

    @Override
    void until(Attempt attempt) {
      synchronized (monitor) {
        while (!attempt.succeeds()) {
          try {
            monitor.wait();
          } catch (InterruptedException e) {
            throw new WaitInterrupted();
          }
        }
      }
    }

    @Override
    void changed() {
      synchronized (monitor) {
        monitor.notifyAll();
      }
    }
  }
}
