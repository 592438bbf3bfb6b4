package org.lostbit.stress;

/** The jcstress engine's process: runs the claims and writes verdicts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {}
}
