package org.lostbit.stress;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Ends a forked JVM in which no thread of the claim ends a sample any more, with a sentence that
 * says where the threads stand. jcstress itself would wait for ever during its warm-up.
 */
final class Watch {
  /** What the sentence begins with, for the parent to find. */
  static final String MARK = "lostbit-stress hangs: ";

  /** The property that says after how many seconds without an end of a sample a fork hangs. */
  static final String PATIENCE_PROPERTY = "lostbit.stress.patienceSeconds";

  private static final int EXIT_CODE = 70;
  private static final int SPACING = 16; // two cache lines between two counters

  private final AtomicLongArray moves;

  private Watch(int threads) {
    this.moves = new AtomicLongArray(SPACING * (threads + 2));
  }

  /** A watch over this JVM's claim of {@code threads} threads. */
  static Watch start(int threads) {
    Watch watch = new Watch(threads);
    long patience = Integer.getInteger(PATIENCE_PROPERTY, 20);
    Thread thread = new Thread(() -> watch.look(patience), "lostbit-watch");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  /** The thread {@code index} came to the end of a sample. */
  void moved(int index) {
    int at = SPACING * (index + 1);
    moves.setOpaque(at, moves.getPlain(at) + 1);
  }

  private void look(long patience) {
    long seen = -1;
    long since = System.nanoTime();
    while (true) {
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        return;
      }
      long now = System.nanoTime();
      long sum = sum();
      if (sum != seen) {
        seen = sum;
        since = now;
      } else if (now - since > TimeUnit.SECONDS.toNanos(patience)) {
        System.err.println(MARK + sentence(patience));
        System.err.flush();
        Runtime.getRuntime().halt(EXIT_CODE);
      }
    }
  }

  private long sum() {
    long sum = 0;
    for (int i = 0; i < moves.length(); i += SPACING) {
      sum += moves.getOpaque(i);
    }
    return sum;
  }

  private static String sentence(long patience) {
    StringBuilder text =
        new StringBuilder("no thread ended a sample for " + patience + " s; they stand at");
    String before = " ";
    for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
      String place = place(entry.getValue());
      if (!place.isEmpty()) {
        text.append(before).append(place);
        before = ", ";
      }
    }
    String seen = Fork.TEXTS.summary();
    return text + (seen.isEmpty() ? "" : "; seen before that: " + seen);
  }

  /** The innermost frame of the claim or the model, if the thread samples; else empty. */
  private static String place(StackTraceElement[] stack) {
    boolean samples = false;
    String inner = "";
    for (StackTraceElement frame : stack) {
      String owner = frame.getClassName();
      samples |= owner.equals(Sample.class.getName());
      if (inner.isEmpty()
          && owner.startsWith("org.lostbit.")
          && !owner.startsWith("org.lostbit.model.memory.")
          && !owner.equals(Watch.class.getName())) {
        inner = frame.toString();
      }
    }
    return samples ? inner : "";
  }
}
