package org.lostbit.lincheck;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.lostbit.claims.Claim;
import org.lostbit.claims.EngineName;
import org.lostbit.claims.Run;

/**
 * Measures how soon Lincheck meets a claim's bad outcome and how often in a budget, so that
 * "suited" rests on figures. Lincheck's own seed is a constant; instead of it the order of the
 * threads varies, which sends the search another way.
 */
final class Rates {
  private static final int OK = 0;
  private static final int USAGE = 64;
  private static final int MOST_ORDERS = 6;

  private final List<Claim> catalogue;
  private final PrintStream out;
  private final PrintStream err;

  Rates(List<Claim> catalogue, PrintStream out, PrintStream err) {
    this.catalogue = List.copyOf(catalogue);
    this.out = out;
    this.err = err;
  }

  int run(List<String> args) {
    int budget = LincheckEngine.BUDGET;
    List<String> keys = args;
    if (!args.isEmpty() && args.get(0).equals("--budget")) {
      budget = args.size() > 1 ? positive(args.get(1)) : 0;
      if (budget == 0) {
        return wrong("--budget needs a number of invocations above 0");
      }
      keys = args.subList(2, args.size());
    }
    if (keys.isEmpty()) {
      return wrong("no claim is named; say rates [--budget N] KEY...");
    }
    List<Claim> claims = new ArrayList<>();
    for (String key : keys) {
      Claim found =
          catalogue.stream().filter(claim -> claim.key().equals(key)).findFirst().orElse(null);
      if (found == null) {
        return wrong("there is no claim " + key + "; see the catalogue for keys");
      }
      if (found.unsuited(EngineName.LINCHECK).isPresent()) {
        return wrong(key + " is not suited: " + found.unsuited(EngineName.LINCHECK).orElseThrow());
      }
      claims.add(found);
    }
    out.printf(
        "%-44s %-10s %11s %6s %9s %6s%n",
        "claim", "order", "invocations", "hits", "first hit", "1/s");
    for (Claim claim : claims) {
      measure(claim, budget);
    }
    return OK;
  }

  private void measure(Claim claim, int budget) {
    Run first = claim.run().get();
    for (List<Integer> order : orders(first.threads().size())) {
      long from = System.nanoTime();
      Search search = Search.of(claim, first, order, budget, false);
      double seconds = (System.nanoTime() - from) / 1e9;
      Sampling sampling = search.sampling();
      out.printf(
          Locale.ROOT,
          "%-44s %-10s %11d %6d %9d %6.0f%s%n",
          claim.key(),
          order.toString().replaceAll("[^0-9]", ""),
          sampling.invocations(),
          sampling.hits(),
          sampling.firstHit(),
          sampling.invocations() / seconds,
          search.failure().map(f -> "  ended by " + f.getClass().getSimpleName()).orElse(""));
      out.flush();
    }
  }

  /** The first orders of {@code n} threads, the catalogue's own first. */
  static List<List<Integer>> orders(int n) {
    List<List<Integer>> orders = List.of(List.of());
    for (int i = 0; i < n; i++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> start : orders) {
        IntStream.range(0, n)
            .filter(thread -> !start.contains(thread))
            .forEach(thread -> longer.add(with(start, thread)));
      }
      orders = longer;
    }
    return orders.subList(0, Math.min(MOST_ORDERS, orders.size()));
  }

  private static List<Integer> with(List<Integer> start, int thread) {
    List<Integer> longer = new ArrayList<>(start);
    longer.add(thread);
    return List.copyOf(longer);
  }

  /** The number that {@code word} says, or 0 if it is none above 0. */
  private static int positive(String word) {
    try {
      return Math.max(0, Integer.parseInt(word));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private int wrong(String sentence) {
    err.println("lincheck engine: " + sentence);
    return USAGE;
  }
}
