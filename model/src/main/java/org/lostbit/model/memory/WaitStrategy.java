package org.lostbit.model.memory;

import java.util.ArrayList;
import java.util.List;

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

  /** What a thread waits to do. */
  interface Attempt {
    /** One try to get on. */
    boolean succeeds();

    /** Whether a try would succeed now; changes nothing. */
    boolean ready();
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

  /**
   * Sleeps on a monitor of its own until somebody has made its attempt ready, so that a scheduler
   * which controls the threads knows who waits, and no other thread is woken.
   *
   * <p>The book of sleepers is kept in {@link Sleepers}, apart from the sleeping itself: a
   * scheduler may be told to overlook the book, and then a change that nobody waits for is no event
   * at all.
   */
  static final class Monitor extends WaitStrategy {
    private final Sleepers sleepers = new Sleepers();

    @Override
    void until(Attempt attempt) {
      if (attempt.succeeds()) {
        return;
      }
      Sleeper sleeper = sleepers.add(attempt);
      try {
        do {
          sleep(sleeper);
        } while (!attempt.succeeds());
      } finally {
        sleepers.remove(sleeper);
      }
    }

    private static void sleep(Sleeper sleeper) {
      synchronized (sleeper) {
        while (!sleeper.ready()) {
          try {
            sleeper.wait();
          } catch (InterruptedException e) {
            throw new WaitInterrupted();
          }
        }
      }
    }

    /**
     * A sleeper that is in the book before the change is looked at here; one that comes later sees
     * the change before it sleeps, for both go through the book's lock.
     */
    @Override
    void changed() {
      for (Sleeper sleeper : sleepers.ready()) {
        synchronized (sleeper) {
          sleeper.notifyAll();
        }
      }
    }
  }

  /** One thread that waits: its monitor, and what it waits for. */
  static final class Sleeper {
    private final Attempt attempt;

    Sleeper(Attempt attempt) {
      this.attempt = attempt;
    }

    boolean ready() {
      return attempt.ready();
    }
  }

  /** The book of those who sleep. */
  static final class Sleepers {
    private final List<Sleeper> book = new ArrayList<>();

    Sleeper add(Attempt attempt) {
      Sleeper sleeper = new Sleeper(attempt);
      synchronized (book) {
        book.add(sleeper);
      }
      return sleeper;
    }

    void remove(Sleeper sleeper) {
      synchronized (book) {
        book.remove(sleeper);
      }
    }

    /** Those who could go on now. */
    Sleeper[] ready() {
      synchronized (book) {
        if (book.isEmpty()) {
          return new Sleeper[0];
        }
        List<Sleeper> ready = new ArrayList<>();
        for (Sleeper sleeper : book) {
          if (sleeper.ready()) {
            ready.add(sleeper);
          }
        }
        return ready.toArray(new Sleeper[0]);
      }
    }
  }
}
