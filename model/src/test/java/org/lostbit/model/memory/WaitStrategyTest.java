package org.lostbit.model.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A thread that waits goes on when what it waits for has come, and when it is interrupted. */
@Timeout(60)
final class WaitStrategyTest {
  private static final String PROPERTY = "lostbit.wait";

  static Stream<WaitStrategy> strategies() {
    return Stream.of(new WaitStrategy.Spin(), new WaitStrategy.Monitor());
  }

  /** Waits for a gate to open, and tells when somebody has looked at it. */
  private static final class Gate implements WaitStrategy.Attempt {
    private final AtomicBoolean open = new AtomicBoolean();
    private final CountDownLatch looked = new CountDownLatch(1);
    private final AtomicInteger looks = new AtomicInteger();

    @Override
    public boolean succeeds() {
      boolean now = open.get();
      looks.incrementAndGet();
      looked.countDown();
      return now;
    }

    @Override
    public boolean ready() {
      return open.get();
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void whoWaitsWakesUp(WaitStrategy strategy) throws InterruptedException {
    Gate gate = new Gate();
    AtomicBoolean passed = new AtomicBoolean();
    Thread waiter =
        new Thread(
            () -> {
              strategy.until(gate);
              passed.set(gate.open.get());
            });
    waiter.start();
    gate.looked.await(); // it has looked once in vain: from here on it waits
    strategy.changed(); // something else changed
    gate.open.set(true);
    strategy.changed();
    waiter.join();
    assertTrue(passed.get());
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void whoNeedNotWaitDoesNot(WaitStrategy strategy) {
    Gate gate = new Gate();
    gate.open.set(true);
    strategy.until(gate);
    assertEquals(1, gate.looks.get());
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void anInterruptEndsTheWait(WaitStrategy strategy) throws InterruptedException {
    Gate gate = new Gate();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean interruptedStill = new AtomicBoolean(true);
    Thread waiter =
        new Thread(
            () -> {
              try {
                strategy.until(gate);
              } catch (WaitInterrupted e) {
                thrown.set(e);
                interruptedStill.set(Thread.currentThread().isInterrupted());
              }
            });
    waiter.start();
    gate.looked.await();
    waiter.interrupt();
    waiter.join();
    assertInstanceOf(WaitInterrupted.class, thrown.get());
    assertEquals(false, interruptedStill.get());
  }

  @Test
  void theStrategyIsChosenByName() {
    String before = System.getProperty(PROPERTY);
    try {
      System.clearProperty(PROPERTY);
      assertInstanceOf(WaitStrategy.Spin.class, WaitStrategy.chosen());
      System.setProperty(PROPERTY, "spin");
      assertInstanceOf(WaitStrategy.Spin.class, WaitStrategy.chosen());
      System.setProperty(PROPERTY, "monitor");
      assertInstanceOf(WaitStrategy.Monitor.class, WaitStrategy.chosen());
      System.setProperty(PROPERTY, "sleep");
      assertEquals(
          "lostbit.wait=sleep names no wait strategy; use spin or monitor",
          assertThrows(IllegalStateException.class, WaitStrategy::chosen).getMessage());
    } finally {
      if (before == null) {
        System.clearProperty(PROPERTY);
      } else {
        System.setProperty(PROPERTY, before);
      }
    }
  }

  @Test
  void aWordWakesWhoAwaitsIt() throws InterruptedException {
    Shared owner = new Owner();
    Word ping = new Word(owner, "ping", 0);
    Word pong = new Word(owner, "pong", 0);
    Thread waiter =
        new Thread(
            () -> {
              ping.await(Until.EQUAL, 1);
              pong.storeRelease(1);
              ping.awaitCas(2, 3);
              pong.storeRelease(2);
            });
    waiter.start();
    ping.writeOnce(1);
    pong.await(Until.EQUAL, 1);
    ping.writeOnce(2);
    pong.await(Until.EQUAL, 2);
    assertEquals(3, ping.readOnce());
    waiter.join();
  }

  private static final class Owner extends Shared {
    Owner() {
      super("owner");
    }
  }
}
