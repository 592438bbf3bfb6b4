package org.lostbit.reports.gate;

import org.lostbit.claims.verdict.VerdictFile;

/** What an engine of this build left behind. */
public sealed interface Evidence {
  /**
   * A verdict file that could be read; the gate says whether it counts.
   *
   * @param file its contents
   */
  record Read(VerdictFile file) implements Evidence {}

  /**
   * An engine that left nothing readable.
   *
   * @param engine the engine's word, or where its verdicts should lie if its name is not known
   * @param why what is wrong, one sentence
   */
  record Lost(String engine, String why) implements Evidence {}

  /** The engine's word. */
  default String engine() {
    if (this instanceof Read read) {
      return read.file().engine().word();
    }
    return ((Lost) this).engine();
  }
}
