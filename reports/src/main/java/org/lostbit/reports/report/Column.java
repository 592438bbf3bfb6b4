package org.lostbit.reports.report;

import java.util.Optional;
import org.lostbit.claims.Claim;
import org.lostbit.claims.verdict.Judged;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.claims.verdict.VerdictFile;

/**
 * An engine of this build: a column of the matrix.
 *
 * @param engine its word
 * @param file what it said; empty if that does not count
 * @param problem why it does not count; empty if it does
 */
public record Column(String engine, Optional<VerdictFile> file, String problem) {
  /** What it said about {@code claim}. An engine whose file does not count has failed. */
  public Judged about(Claim claim) {
    return file.flatMap(f -> f.about(claim.key()))
        .orElseGet(
            () ->
                new Judged(
                    claim.key(),
                    "",
                    0,
                    new Verdict.Failed(
                        problem.isEmpty() ? "It says nothing about this claim." : problem)));
  }

  /** Whether it can prove. */
  boolean exhaustive() {
    return file.map(VerdictFile::exhaustive).orElse(false);
  }

  /** The memory model that it counts for; empty if nothing it says counts. */
  String memoryModel() {
    return file.map(f -> f.memoryModel().name()).orElse("");
  }
}
