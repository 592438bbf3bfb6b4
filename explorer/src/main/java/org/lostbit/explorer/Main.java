package org.lostbit.explorer;

/** The explorer's process: runs the claims exhaustively and writes verdicts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {}
}
