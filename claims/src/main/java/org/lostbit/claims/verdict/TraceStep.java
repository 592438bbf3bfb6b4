package org.lostbit.claims.verdict;

import java.util.List;

/**
 * One operation of one thread in a counterexample.
 *
 * @param number its place in the execution, from 1
 * @param thread the thread's index
 * @param function the C function that is modelled
 * @param file the C file
 * @param source the numbered step of the C function, such as {@code 5b mask = xchg(..)}; may be
 *     empty
 * @param line where it stands in the model, such as {@code GetDirtyLogV35.java:61}
 * @param operation the operation in the kernel's words, such as {@code
 *     xchg(&slot8->dirty_bitmap[0], 0x0)}
 * @param cell the location touched; empty for a barrier
 * @param before the location's value before, in the form reports print; empty if unknown
 * @param after the location's value after
 * @param locks the lock classes that the thread holds, first taken first
 * @param visible whether other threads can tell when it happens (else it may be folded in reports)
 * @param note what this step means for the verdict; empty for most
 */
public record TraceStep(
    int number,
    int thread,
    String function,
    String file,
    String source,
    String line,
    String operation,
    String cell,
    String before,
    String after,
    List<String> locks,
    boolean visible,
    String note) {
  /** Owns its list. */
  public TraceStep {
    locks = List.copyOf(locks);
  }
}
