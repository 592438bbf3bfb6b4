package org.lostbit.explorer;

import org.lostbit.claims.engine.EngineMain;

/** The explorer's process: runs the claims exhaustively and writes verdicts. */
public final class Main {
  private Main() {}

  /** See {@link EngineMain}. */
  public static void main(String[] args) {
    EngineMain.main(new ExplorerEngine(), args);
  }
}
