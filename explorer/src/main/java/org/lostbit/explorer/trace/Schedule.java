package org.lostbit.explorer.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A schedule as a string that a person can type and mail, such as {@code
 * GuestWriteVsGetDirtyLog/v3.5@VMM2.VCPU0:2.VMM4!EFAULT#3f9a}: who runs, for how many operations,
 * which events of the environment happen, and a digest of the operations.
 *
 * @param title what is run: scenario and kernel
 * @param runs the runs in order
 * @param digest four hexadecimal digits, see {@link Digest}
 */
public record Schedule(String title, List<Run> runs, String digest) {
  private static final Pattern WHOLE = Pattern.compile("([^@]*)@([^@#]*)#([0-9a-f]{4})");
  private static final Pattern RUN =
      Pattern.compile(
          "([A-Z0-9_-]*[A-Z_-])(\\d+)(?:!([A-Z0-9_-]+))?|([A-Z0-9_-]+):(\\d+)(?:!([A-Z0-9_-]+))?");

  /** Owns its list. */
  public Schedule {
    runs = List.copyOf(runs);
  }

  /**
   * One thread goes on.
   *
   * @param thread the thread's token
   * @param count how many operations it does
   * @param event the event that happens at the last of them; empty for none
   */
  public record Run(String thread, int count, String event) {
    @Override
    public String toString() {
      boolean colon = Character.isDigit(thread.charAt(thread.length() - 1));
      return thread + (colon ? ":" : "") + count + (event.isEmpty() ? "" : "!" + event);
    }
  }

  /** A name as schedule strings write it: upper case, without blanks and signs. */
  public static String token(String name) {
    String token = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_-]", "");
    return token.isEmpty() ? "_" : token;
  }

  /** Reads a schedule string. */
  public static Schedule parse(String text) {
    Matcher whole = WHOLE.matcher(text.strip());
    if (!whole.matches()) {
      throw new MalformedSchedule(
          "\"" + text + "\" is no schedule; write Scenario/kernel@VMM2.VCPU2.VMM4#3f9a");
    }
    List<Run> runs = new ArrayList<>();
    if (!whole.group(2).isEmpty()) {
      for (String token : whole.group(2).split("\\.", -1)) {
        runs.add(run(text, token));
      }
    }
    return new Schedule(whole.group(1), runs, whole.group(3));
  }

  private static Run run(String text, String token) {
    Matcher run = RUN.matcher(token);
    if (!run.matches()) {
      throw new MalformedSchedule(
          "\""
              + token
              + "\" in the schedule \""
              + text
              + "\" is no run; write the thread's name in upper case and a count, such as VMM2,"
              + " or VCPU0:2 after a digit");
    }
    boolean plain = run.group(1) != null;
    String event = run.group(plain ? 3 : 6);
    int count;
    try {
      count = Integer.parseInt(run.group(plain ? 2 : 5));
    } catch (NumberFormatException tooLong) {
      throw new MalformedSchedule(
          "\"" + token + "\" in the schedule \"" + text + "\" counts too far; write fewer digits");
    }
    if (count == 0) {
      throw new MalformedSchedule(
          "\"" + token + "\" in the schedule \"" + text + "\" does nothing; leave it out");
    }
    return new Run(run.group(plain ? 1 : 4), count, event == null ? "" : event);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(title).append('@');
    for (int i = 0; i < runs.size(); i++) {
      text.append(i == 0 ? "" : ".").append(runs.get(i));
    }
    return text.append('#').append(digest).toString();
  }
}
