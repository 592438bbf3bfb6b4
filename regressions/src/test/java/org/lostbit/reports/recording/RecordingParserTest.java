package org.lostbit.reports.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A recording is read whole, or refused with the line that cannot be read. */
final class RecordingParserTest {
  private static final String CALL = "000000 1.000000 tid=1 run=0/0 ";

  private static String refused(String... lines) {
    return assertThrows(BadRecording.class, () -> new RecordingParser("file").parse(List.of(lines)))
        .getMessage();
  }

  @Test
  void everyLineOfTheRealInputIsRead() {
    Recording recording = RealInput.asRecorded().recording();
    assertEquals(List.of("A", "A'", "B", "C"), List.copyOf(recording.sections().keySet()));
    assertEquals(
        List.of(389, 21, 56, 35),
        recording.sections().values().stream().map(s -> s.calls().size()).toList());
    assertEquals(
        List.of(16, 0, 16, 16),
        recording.sections().values().stream().map(s -> s.events().size()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | a call begins \"NUMBER SECONDS.MICROS tid=N run=N/N IOCTL\"",
        "000000 1.0 tid=1 run=0/0 CREATE_VM arg=0 -> 1 | a call begins",
        "000000 1.000000 tid=1 run=0/0 NO_SUCH_CALL -> 0 | NO_SUCH_CALL is no call",
        "000000 1.000000 tid=1 run=0/0 CREATE_VM -> 0 | the arguments of CREATE_VM",
        "000000 1.000000 tid=1 run=0/0 GET_DIRTY_LOG slot=0 npages=4 -> 0 | \"dirty=N: RANGES\"",
        "000000 1.000000 tid=1 run=0/0 GET_DIRTY_LOG slot=0 npages=4 -> ENOENT dirty=0: |"
            + " \"dirty=N: RANGES\"",
        "000000 1.000000 tid=1 run=0/0 GET_DIRTY_LOG slot=0 npages=4 -> 0 dirty=1: 3- |"
            + " page ranges read",
        "000000 1.000000 tid=1 run=0/0 GET_DIRTY_LOG slot=0 pages=4 -> 0 | GET_DIRTY_LOG reads",
        "000000 1.000000 tid=1 run=0/0 SET_USER_MEMORY_REGION slot=0 -> 0 |"
            + " SET_USER_MEMORY_REGION reads",
        "000000 1.000000 tid=1 run=0/0 CLEAR_DIRTY_LOG slot=0 | CLEAR_DIRTY_LOG ends",
      })
  void aMalformedCallIsNamed(String call, String what) {
    String message = refused("# header", "##### SECTION S", "", call);
    assertTrue(message.startsWith("file:4: malformed: "), message);
    assertTrue(message.contains(what), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"flags=1 gpa", "flags=0 LOG gpa", "flags=1 RO gpa", "flags=2 LOG gpa"})
  void flagsAndTheirWordsMustAgree(String flags) {
    assertEquals(
        "file:2: malformed: the words after " + flags.substring(0, 7) + " say something else",
        refused(
            "##### SECTION S",
            CALL
                + "SET_USER_MEMORY_REGION slot=0 as=0 "
                + flags
                + "=0x0 size=0x1000 hva=0x0 -> 0"));
  }

  @Test
  void structureIsChecked() {
    assertEquals(
        "file: is no recording: it has no line \"##### SECTION NAME\"", refused("# header"));
    assertEquals(
        "file:1: malformed: a call before the first \"##### SECTION NAME\"",
        refused(CALL + "CREATE_VM arg=0 -> 1", "##### SECTION S"));
    assertEquals(
        "file:1: malformed: a title reads \"##### SECTION NAME words\"", refused("##### S"));
    assertEquals(
        "file:2: malformed: there is a section S already",
        refused("##### SECTION S", "##### SECTION S"));
    assertEquals(
        "file:3: malformed: an event reads \"#   SECONDS.MICROS KIND words\"",
        refused("##### SECTION S", "# events:", "#   soon STOP null"));
    assertEquals(
        "file:2: not modelled yet: address space 1; the model has address space 0",
        refused(
            "##### SECTION S",
            CALL + "SET_USER_MEMORY_REGION slot=0 as=1 flags=0 gpa=0x0 size=0x1000 hva=0x0 -> 0"));
  }
}
