package org.lostbit.claims.verdict;

/**
 * What one engine said about one claim, and when.
 *
 * @param claim the claim's key
 * @param started when the engine began with it, as ISO-8601 in UTC
 * @param seconds how long it took
 * @param verdict what it said
 */
public record Judged(String claim, String started, double seconds, Verdict verdict) {}
