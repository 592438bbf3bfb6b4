package org.lostbit.reports.engines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.lostbit.claims.engine.Engine;

/**
 * The engines whose jars lie beside the command line.
 *
 * @param usable in the order of their names
 * @param unusable a sentence for each that is there and cannot be used
 */
public record Engines(List<EngineHome> usable, List<String> unusable) {
  /** Owns its lists. */
  public Engines {
    usable = List.copyOf(usable);
    unusable = List.copyOf(unusable);
  }

  /** Looks on the class path of this JVM. */
  public static Engines besideTheCommandLine() {
    return found(ServiceLoader.load(Engine.class).iterator());
  }

  static Engines found(Iterator<Engine> engines) {
    List<EngineHome> usable = new ArrayList<>();
    List<String> unusable = new ArrayList<>();
    boolean more = true;
    while (more) {
      try {
        more = engines.hasNext();
        if (more) {
          Engine engine = engines.next();
          usable.add(new EngineHome(engine.name(), engine.getClass().getPackageName() + ".Main"));
        }
      } catch (ServiceConfigurationError | LinkageError broken) {
        String why = "An engine cannot be used: " + broken.getMessage() + ".";
        // A loader that cannot get past the broken one says the same for ever.
        more = !unusable.contains(why);
        if (more) {
          unusable.add(why);
        }
      }
    }
    usable.sort(Comparator.comparing(EngineHome::name));
    return new Engines(usable, unusable);
  }
}
