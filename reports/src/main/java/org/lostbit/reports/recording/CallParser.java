package org.lostbit.reports.recording;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads call lines: number, time, thread, KVM_RUN counters, ioctl, arguments, result. */
final class CallParser {
  private static final String DECIMAL = "(\\d{1,9})";
  private static final String HEX = "0x([0-9a-f]{1,16})";
  private static final String RESULT = "(-?\\d{1,18}|E[A-Z0-9]+)";

  private static final Pattern HEAD =
      Pattern.compile(
          "(\\d{1,9}) +(\\d{1,9})\\.(\\d{6}) +tid=\\d+ +run=(\\d{1,9})/(\\d{1,9}) ([A-Z_]+)(.*)");
  private static final Pattern SET_REGION =
      Pattern.compile(
          " slot="
              + DECIMAL
              + " as="
              + DECIMAL
              + " flags="
              + DECIMAL
              + "( LOG)?( RO)? gpa="
              + HEX
              + " size="
              + HEX
              + " hva="
              + HEX
              + " -> "
              + RESULT);
  private static final Pattern GET_LOG =
      Pattern.compile(
          " slot="
              + DECIMAL
              + " npages="
              + DECIMAL
              + " -> "
              + RESULT
              + "(?: dirty="
              + DECIMAL
              + ":(.*))?");
  private static final Map<String, Pattern> SET_UP =
      Map.of(
          RecordedCall.SetUp.CHECK_EXTENSION,
          Pattern.compile(" cap=" + DECIMAL + "() -> " + RESULT),
          RecordedCall.SetUp.ENABLE_CAP,
          Pattern.compile(" fd=\\d+ cap=" + DECIMAL + " args=(\\d{1,18})[,0-9]* -> " + RESULT),
          RecordedCall.SetUp.CREATE_VM,
          Pattern.compile(" arg=()()\\d+ -> " + RESULT),
          RecordedCall.SetUp.CREATE_VCPU,
          Pattern.compile(" arg=()()\\d+ -> " + RESULT));
  private static final Set<String> OTHER = Set.of("CLEAR_DIRTY_LOG", "RESET_DIRTY_RINGS");
  private static final Pattern ANY_RESULT = Pattern.compile(".* -> " + RESULT + "( ?:.*)?");

  private final String file;

  CallParser(String file) {
    this.file = file;
  }

  static long micros(String seconds, String fraction) {
    return Long.parseLong(seconds) * 1_000_000 + Long.parseLong(fraction);
  }

  RecordedCall parse(int line, String text) {
    Matcher columns = HEAD.matcher(text.stripTrailing());
    if (!columns.matches()) {
      throw BadRecording.malformed(
          file,
          line,
          "a call begins \"NUMBER SECONDS.MICROS tid=N run=N/N IOCTL\", see the file's header");
    }
    RecordedCall.Head head =
        new RecordedCall.Head(
            line,
            Long.parseLong(columns.group(1)),
            micros(columns.group(2), columns.group(3)),
            Long.parseLong(columns.group(4)),
            Long.parseLong(columns.group(5)));
    String ioctl = columns.group(6);
    String rest = columns.group(7);
    if (ioctl.equals("SET_USER_MEMORY_REGION")) {
      return setRegion(head, rest);
    } else if (ioctl.equals("GET_DIRTY_LOG")) {
      return getLog(head, rest);
    } else if (SET_UP.containsKey(ioctl)) {
      return setUp(head, ioctl, rest);
    } else if (OTHER.contains(ioctl)) {
      Matcher result = ANY_RESULT.matcher(rest);
      if (!result.matches()) {
        throw BadRecording.malformed(file, line, ioctl + " ends \"-> RESULT\"");
      }
      return new RecordedCall.OtherRetrieval(head, ioctl, result.group(1));
    }
    throw BadRecording.malformed(file, line, ioctl + " is no call that a recording knows");
  }

  private RecordedCall setRegion(RecordedCall.Head head, String rest) {
    Matcher set = SET_REGION.matcher(rest);
    if (!set.matches()) {
      throw BadRecording.malformed(
          file,
          head.line(),
          "SET_USER_MEMORY_REGION reads"
              + " \"slot=N as=N flags=N [LOG] [RO] gpa=0xN size=0xN hva=0xN -> RESULT\"");
    }
    if (!set.group(2).equals("0")) {
      throw BadRecording.notModelled(
          file, head.line(), "address space " + set.group(2) + "; the model has address space 0");
    }
    RecordedCall.SetRegion region =
        new RecordedCall.SetRegion(
            head,
            Integer.parseInt(set.group(1)),
            Long.parseLong(set.group(3)),
            Long.parseUnsignedLong(set.group(6), 16),
            Long.parseUnsignedLong(set.group(7), 16),
            Long.parseUnsignedLong(set.group(8), 16),
            set.group(9));
    if (region.logs() != (set.group(4) != null) || region.isReadOnly() != (set.group(5) != null)) {
      throw BadRecording.malformed(
          file, head.line(), "the words after flags=" + set.group(3) + " say something else");
    }
    return region;
  }

  private RecordedCall getLog(RecordedCall.Head head, String rest) {
    Matcher get = GET_LOG.matcher(rest);
    if (!get.matches()) {
      throw BadRecording.malformed(
          file,
          head.line(),
          "GET_DIRTY_LOG reads \"slot=N npages=N -> RESULT\", after success with"
              + " \"dirty=N: RANGES\"");
    }
    boolean success = get.group(3).equals("0");
    if (success != (get.group(4) != null)) {
      throw BadRecording.malformed(
          file, head.line(), "\"dirty=N: RANGES\" stands after a result of 0, and only there");
    }
    PageRanges pages =
        PageRanges.parse(success ? get.group(5) : "")
            .orElseThrow(
                () ->
                    BadRecording.malformed(
                        file, head.line(), "page ranges read \"3-9 12\", not" + get.group(5)));
    return new RecordedCall.GetLog(
        head,
        Integer.parseInt(get.group(1)),
        Long.parseLong(get.group(2)),
        success ? Long.parseLong(get.group(4)) : 0,
        pages,
        get.group(3));
  }

  private RecordedCall setUp(RecordedCall.Head head, String ioctl, String rest) {
    Matcher call = SET_UP.get(ioctl).matcher(rest);
    if (!call.matches()) {
      throw BadRecording.malformed(
          file, head.line(), "the arguments of " + ioctl + " cannot be read:" + rest);
    }
    return new RecordedCall.SetUp(
        head,
        ioctl,
        call.group(1).isEmpty() ? -1 : Integer.parseInt(call.group(1)),
        call.group(2).isEmpty() ? 0 : Long.parseLong(call.group(2)),
        call.group(3));
  }
}
