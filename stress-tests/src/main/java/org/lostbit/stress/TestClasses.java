package org.lostbit.stress;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The jcstress test classes, one for each number of actors. */
final class TestClasses {
  private static final Map<Integer, Class<?>> CLASSES =
      Map.of(2, Actors2.class, 3, Actors3.class, 4, Actors4.class);

  private TestClasses() {}

  /** The numbers of threads that a claim may have. */
  static List<Integer> actors() {
    return CLASSES.keySet().stream().sorted().toList();
  }

  /** The name of the class for {@code actors} threads. */
  static Optional<String> name(int actors) {
    return Optional.ofNullable(CLASSES.get(actors)).map(Class::getName);
  }

  /**
   * What is wrong with the list that jcstress's annotation processor wrote; empty if nothing is.
   */
  static Optional<String> trouble(Map<String, Integer> declared) {
    Map<String, Integer> expected = new TreeMap<>();
    CLASSES.forEach((actors, type) -> expected.put(type.getName(), actors));
    return expected.equals(declared)
        ? Optional.empty()
        : Optional.of(
            "jcstress's list of tests says "
                + declared
                + " instead of "
                + expected
                + "; build again");
  }
}
