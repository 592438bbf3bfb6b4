package org.lostbit.reports.recording;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the guest did all the time, by the header of the recording: it stored for ever to every page
 * of one range, and nowhere else.
 *
 * @param line the header's line
 * @param slot the slot that the header names
 * @param firstPage the first page within that slot
 * @param firstGfn the first guest frame
 * @param lastGfn the last guest frame
 */
public record Workload(int line, int slot, long firstPage, long firstGfn, long lastGfn) {
  /** A guest that ran for longer than this, in microseconds, has stored to all its pages. */
  static final long WHOLE_AFTER_MICROS = 1_000_000;

  private static final Pattern LINE =
      Pattern.compile(
          ".*stores for ever to (\\d{1,12}) pages at gpa 0x([0-9a-f]{1,12})\\.\\.0x([0-9a-f]{1,12})"
              + " \\(= slot (\\d{1,5}) pages (\\d{1,12})\\.\\.(\\d{1,12})\\).*");
  private static final int PAGE_SHIFT = 12;

  /**
   * Finds the workload in the header.
   *
   * @throws BadRecording where the header has none, or it contradicts itself
   */
  public static Workload of(Recording recording) {
    List<String> header = recording.header();
    for (int i = 0; i < header.size(); i++) {
      Matcher words = LINE.matcher(header.get(i));
      if (words.matches()) {
        return read(recording.file(), i + 1, words);
      }
    }
    throw new BadRecording(
        recording.file()
            + ": the header names no workload (\"stores for ever to N pages at gpa 0xA..0xB"
            + " (= slot N pages F..L)\"); leave --workload out");
  }

  private static Workload read(String file, int line, Matcher words) {
    long pages = Long.parseLong(words.group(1));
    long start = Long.parseLong(words.group(2), 16);
    long end = Long.parseLong(words.group(3), 16) + 1;
    long first = Long.parseLong(words.group(5));
    long last = Long.parseLong(words.group(6));
    long page = 1L << PAGE_SHIFT;
    if (pages == 0
        || start % page != 0
        || end - start != pages * page
        || last - first + 1 != pages) {
      throw BadRecording.malformed(
          file, line, "the workload's number of pages, its addresses and its page numbers differ");
    }
    return new Workload(
        line,
        Integer.parseInt(words.group(4)),
        first,
        start >> PAGE_SHIFT,
        (end >> PAGE_SHIFT) - 1);
  }

  /**
   * Holds one retrieval to the workload.
   *
   * @param ranMicros for how long the guest ran for certain since the retrieval before
   * @return whether the retrieval had to report the whole workload
   */
  boolean check(String file, RecordedCall.GetLog get, RecordedCall.SetRegion region, long ranMicros)
      throws Rejection {
    if (get.slot() == slot && region.baseGfn() + firstPage != firstGfn) {
      throw BadRecording.malformed(
          file,
          line,
          "page "
              + firstPage
              + " of slot "
              + slot
              + " is at another address by line "
              + region.head().line());
    }
    long first = Math.max(0, firstGfn - region.baseGfn());
    long last = Math.min(region.npages() - 1, lastGfn - region.baseGfn());
    boolean holds = first <= last;
    long extra = get.pages().firstFrom(0);
    if (holds && extra >= first) {
      extra = get.pages().firstFrom(last + 1);
    }
    if (extra >= 0) {
      throw new Rejection(
          get.head(),
          "page "
              + extra
              + " of slot "
              + get.slot()
              + " is dirty, and the workload never stores to it");
    }
    boolean whole = holds && ranMicros > WHOLE_AFTER_MICROS;
    long missing = whole ? get.pages().firstMissing(first, last) : -1;
    if (missing >= 0) {
      throw new Rejection(
          get.head(),
          "page "
              + missing
              + " of slot "
              + get.slot()
              + " is not dirty, and the guest ran for "
              + RecordedCall.Head.seconds(ranMicros)
              + " s, in which the workload stores to it");
    }
    return whole;
  }
}
