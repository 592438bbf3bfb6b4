package org.lostbit.claims.verdict;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.lostbit.claims.EngineName;

/** How verdicts look in JSON; here, so that the verdicts themselves know nothing of it. */
final class VerdictJson {
  /** Strict: a file that lacks a part, or has one too many, is no verdict file. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .addMixIn(Verdict.class, ByWord.class)
          .addMixIn(EngineName.class, Word.class)
          .build();

  private VerdictJson() {}

  /** A verdict is told by its {@link Verdict#word}. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "verdict")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Verdict.Proved.class, name = "PROVED"),
    @JsonSubTypes.Type(value = Verdict.Violated.class, name = "VIOLATED"),
    @JsonSubTypes.Type(value = Verdict.NotSeen.class, name = "NOT_SEEN"),
    @JsonSubTypes.Type(value = Verdict.Unfinished.class, name = "UNFINISHED"),
    @JsonSubTypes.Type(value = Verdict.NotSuited.class, name = "NOT_SUITED"),
    @JsonSubTypes.Type(value = Verdict.Skipped.class, name = "SKIPPED"),
    @JsonSubTypes.Type(value = Verdict.Failed.class, name = "FAILED")
  })
  private interface ByWord {}

  /** An engine is told by its word. */
  private interface Word {
    @JsonValue
    String word();
  }
}
