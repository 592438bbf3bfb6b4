package org.lostbit.lincheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lostbit.model.memory.Machine;

/**
 * Lincheck does not say when a name matches nothing, and then sees hundreds of needless switches.
 */
class OverlookedTest {
  @Test
  void everyNameExists() throws ClassNotFoundException {
    for (Overlooked overlooked : Overlooked.ALL) {
      Class<?> found = find(overlooked.className());
      assertEquals(overlooked.className(), found.getCanonicalName());
      for (String method : overlooked.methods()) {
        assertTrue(
            Arrays.stream(found.getDeclaredMethods()).anyMatch(m -> m.getName().equals(method)),
            found + " has no method " + method);
      }
    }
  }

  @Test
  void twoAtomicMarksAreTwoEvents() {
    Search search = Search.of(SmallClaims.atomicMarks(), 1000, true);
    // Three changes of thread at most fit around two events each; a switch point more shows here.
    assertEquals(14, search.sampling().invocations());
  }

  private static Class<?> find(String canonical) throws ClassNotFoundException {
    Map<String, Class<?>> nested = new HashMap<>();
    String outer = canonical.replaceAll("\\.[A-Z]\\w*$", "");
    if (!outer.equals(canonical) && outer.matches(".*\\.[A-Z]\\w*")) {
      for (Class<?> inner : Class.forName(outer).getDeclaredClasses()) {
        nested.put(inner.getCanonicalName(), inner);
      }
      return nested.get(canonical);
    }
    return Class.forName(canonical, true, Machine.class.getClassLoader());
  }
}
