package org.lostbit.reports.recording;

/** Input that cannot be replayed: one sentence that names the file, the line and the mend. */
public final class BadRecording extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Bad input, told in one sentence. */
  BadRecording(String sentence) {
    super(sentence);
  }

  /** A line that cannot be read. */
  static BadRecording malformed(String file, int line, String what) {
    return new BadRecording(file + ":" + line + ": malformed: " + what);
  }

  /** A line that can be read, of something that is not modelled yet. */
  static BadRecording notModelled(String file, int line, String what) {
    return new BadRecording(file + ":" + line + ": not modelled yet: " + what);
  }
}
