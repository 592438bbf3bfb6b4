package org.lostbit.reports.report;

import java.util.ArrayList;
import java.util.List;
import org.lostbit.claims.Claim;
import org.lostbit.claims.ClaimKind;
import org.lostbit.claims.verdict.JvmEnvironment;
import org.lostbit.reports.gate.Finding;

/**
 * What the page shows, in the order in which it shows it.
 *
 * @param css the style sheet
 * @param red whether anything is wrong
 * @param headline the first sentence
 * @param exitCode the gate's code
 * @param findings why it is red
 * @param facts the run in a few words
 * @param engines the heads of the matrix
 * @param width the columns of the matrix
 * @param groups the rows of the matrix, by kind
 * @param bad the counterexamples that must not be
 * @param found the counterexamples that are there to be found
 * @param bounds what each engine visited for each claim
 * @param notShown what this run does not show
 * @param environments where it ran
 */
record PageView(
    String css,
    boolean red,
    String headline,
    int exitCode,
    List<FindingView> findings,
    List<Fact> facts,
    List<Head> engines,
    int width,
    List<GroupView> groups,
    List<TraceView> bad,
    List<TraceView> found,
    List<BoundView> bounds,
    List<String> notShown,
    List<Fact> environments) {

  /** A finding with a link to its trace, where there is one. */
  record FindingView(int code, String heading, String sentence, String anchor) {}

  /** A name and a value. */
  record Fact(String name, String value) {}

  /** The head of an engine's column. */
  record Head(String name, String how) {}

  /** Claims of one kind. */
  record GroupView(String name, String note, List<ClaimView> claims) {}

  /** A row of the matrix. */
  record ClaimView(
      String question, String key, String note, String expected, List<CellView> cells) {}

  /** A cell of the matrix; {@code anchor} leads to a trace. */
  record CellView(
      String engine, String css, String word, String detail, boolean bad, String anchor) {}

  static PageView of(RaceReport report, String css) {
    Traces traces = Traces.of(report);
    return new PageView(
        css,
        report.judgement().red(),
        report.judgement().headline(),
        report.judgement().exitCode(),
        report.judgement().findings().stream().map(f -> finding(f, traces)).toList(),
        facts(report),
        report.engines().stream().map(PageView::head).toList(),
        report.engines().size() + 1,
        groups(report, traces),
        traces.bad(),
        traces.found(),
        BoundView.of(report),
        NotShown.of(report),
        environments(report));
  }

  private static FindingView finding(Finding finding, Traces traces) {
    return new FindingView(
        finding.code(),
        finding.heading(),
        finding.sentence(),
        finding.code() == Finding.VIOLATED ? traces.anchor(finding.claim()) : "");
  }

  private static Head head(Column column) {
    return new Head(
        column.engine(),
        column.file().isEmpty()
            ? "left nothing that counts"
            : (column.exhaustive() ? "exhaustive, " : "sampled, ") + column.memoryModel());
  }

  private static List<Fact> facts(RaceReport report) {
    JvmEnvironment here = report.environment();
    long counted = report.engines().stream().filter(e -> e.file().isPresent()).count();
    List<CaughtBug> bugs = CaughtBug.of(report);
    long caught =
        bugs.stream().filter(b -> b.missedBy().isEmpty() && !b.caughtBy().isEmpty()).count();
    double seconds =
        report.engines().stream()
            .flatMap(column -> report.claims().stream().map(column::about))
            .mapToDouble(judged -> judged.seconds())
            .sum();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Claims", "" + report.claims().size()));
    facts.add(new Fact("Engines", counted + " of " + report.engines().size() + " count"));
    facts.add(new Fact("Self-test", caught + " of " + bugs.size() + " planted bugs caught"));
    facts.add(new Fact("Machine", here.cpus() + " CPUs, " + here.arch() + ", JDK " + here.java()));
    facts.add(new Fact("Engine time", Numbers.seconds(seconds)));
    facts.add(new Fact("Run", report.runId()));
    facts.add(new Fact("Exit code", "" + report.judgement().exitCode()));
    return facts;
  }

  private static List<Fact> environments(RaceReport report) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Run", report.runId()));
    facts.add(new Fact("Model and claims", "SHA-256 " + report.digest()));
    facts.add(new Fact("Report", report.environment().line()));
    for (Column column : report.engines()) {
      column
          .file()
          .map(file -> file.environment())
          .ifPresent(
              where ->
                  facts.add(
                      new Fact(
                          column.engine(),
                          where.line()
                              + (where.seed().isEmpty() ? "" : ", seed " + where.seed()))));
    }
    return facts;
  }

  private static List<GroupView> groups(RaceReport report, Traces traces) {
    List<GroupView> groups = new ArrayList<>();
    for (ClaimKind kind : ClaimKind.values()) {
      List<ClaimView> claims =
          report.claims().stream()
              .filter(claim -> claim.kind() == kind)
              .map(claim -> claim(report, claim, traces))
              .toList();
      if (!claims.isEmpty()) {
        groups.add(new GroupView(title(kind), meaning(kind), claims));
      }
    }
    return groups;
  }

  private static ClaimView claim(RaceReport report, Claim claim, Traces traces) {
    List<CellView> cells = new ArrayList<>();
    for (Column column : report.engines()) {
      Cell cell = report.cell(claim, column);
      boolean seen =
          cell.look() == Cell.Look.VIOLATED
              || cell.look() == Cell.Look.CAUGHT
              || cell.word().equals("Seen");
      cells.add(
          new CellView(
              column.engine(),
              cell.look().css(),
              cell.word(),
              cell.detail(),
              cell.bad(),
              seen ? traces.anchor(claim.key()) : ""));
    }
    return new ClaimView(
        claim.question(), claim.key(), note(claim), ReportTable.expected(claim), cells);
  }

  private static String note(Claim claim) {
    if (!claim.closedBy().isEmpty()) {
      return "closed by " + claim.closedBy();
    }
    return claim
        .bug()
        .map(
            bug ->
                bug.id()
                    + " "
                    + bug.name()
                    + (bug.fixedBy().isEmpty() ? "" : ", fixed in " + bug.fixedBy()))
        .orElse("");
  }

  private static String title(ClaimKind kind) {
    return switch (kind) {
      case HOLDS -> "The model as Linux has it";
      case STANDING_HOLE -> "Standing holes: Linux itself loses";
      case PLANTED -> "Planted bugs";
      case LEGAL_VARIANT -> "Legal variants";
    };
  }

  private static String meaning(ClaimKind kind) {
    return switch (kind) {
      case HOLDS -> "must hold";
      case STANDING_HOLE -> "must be found, or our kernel is kinder than Linux";
      case PLANTED -> "must be caught, or the harness is blind";
      case LEGAL_VARIANT -> "a change that must do no harm";
    };
  }
}
