package org.lostbit.claims.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.lostbit.claims.Run;
import org.lostbit.model.kvm.KernelFunctions;
import org.lostbit.model.memory.Violation;

/**
 * A question about a kernel: start state, who does what on which thread, what must hold, and the
 * states that a run must come through for its answer to mean something. Knows no engine and no
 * kernel.
 */
public final class Scenario {
  private final String name;
  private final String question;
  private final List<SlotSpec> slots;
  private final int faults;
  private final List<ThreadSpec> before;
  private final List<ThreadSpec> threads;
  private final ThreadSpec last;
  private final List<Property> properties;
  private final List<InterestSpec> interests;
  private final Layout layout;

  private Scenario(Builder builder) {
    this.name = builder.name;
    this.question = builder.question;
    this.slots = List.copyOf(builder.slots);
    this.faults = builder.faults;
    this.before = List.copyOf(builder.before);
    this.threads = List.copyOf(builder.threads);
    this.last = builder.last;
    this.properties = List.copyOf(builder.properties);
    this.interests = List.copyOf(builder.interests);
    this.layout = Layout.of(this);
  }

  /** A scenario called as in schedule strings, such as {@code GuestWriteVsGetDirtyLog}. */
  public static Builder scenario(String name, String question) {
    return new Builder(name, question);
  }

  /** A guest frame number, for reading. */
  public static long gfn(long number) {
    return number;
  }

  /** The scenario's name. */
  public String name() {
    return name;
  }

  /** What is asked. */
  public String question() {
    return question;
  }

  /** The names of the concurrent threads. */
  public List<String> threadNames() {
    return threads.stream().map(ThreadSpec::name).toList();
  }

  /** The size of the scenario in words. */
  public String bound() {
    return Bound.inWords(this);
  }

  /** What a violation of this scenario is of: its first property. */
  public Violation.Kind breaks() {
    return properties.get(0).kind();
  }

  /** The closed system of this scenario on a kernel. */
  public Run on(KernelFunctions kernel) {
    return new RunBuilder(this, kernel).build();
  }

  Layout layout() {
    return layout;
  }

  List<SlotSpec> slots() {
    return slots;
  }

  int faults() {
    return faults;
  }

  List<ThreadSpec> before() {
    return before;
  }

  List<ThreadSpec> threads() {
    return threads;
  }

  ThreadSpec last() {
    return last;
  }

  List<Property> properties() {
    return properties;
  }

  List<InterestSpec> interests() {
    return interests;
  }

  /**
   * A thread and what it does.
   *
   * @param name its name
   * @param script what it does
   */
  record ThreadSpec(String name, Script script) {}

  /**
   * An interesting state.
   *
   * @param what the state in words
   * @param reached whether a run came through it, asked at its end
   */
  record InterestSpec(String what, Predicate<World> reached) {}

  /** Writes a scenario down, in the order in which it reads. */
  public static final class Builder {
    private static final String FINAL_PASS = "FINAL";

    private final String name;
    private final String question;
    private final List<SlotSpec> slots = new ArrayList<>();
    private final List<ThreadSpec> before = new ArrayList<>();
    private final List<ThreadSpec> threads = new ArrayList<>();
    private final List<Property> properties = new ArrayList<>();
    private final List<InterestSpec> interests = new ArrayList<>();
    private int faults;
    private long versions;
    private ThreadSpec last = new ThreadSpec(FINAL_PASS, new Script(() -> 0));

    private Builder(String name, String question) {
      this.name = name;
      this.question = question;
    }

    /** The start state has this memory slot. */
    public Builder given(SlotSpec slot) {
      slots.add(slot);
      return this;
    }

    /** The environment may make this many copies to user space fault. */
    public Builder copiesMayFault(int count) {
      faults = count;
      return this;
    }

    /** Before any thread runs, this was done, by the thread of that name if there is one. */
    public Builder before(String thread, Consumer<Script> does) {
      before.add(new ThreadSpec(thread, script(does)));
      return this;
    }

    /** A thread that runs with the others. */
    public Builder thread(String thread, Consumer<Script> does) {
      threads.add(new ThreadSpec(thread, script(does)));
      return this;
    }

    /** What runs when every thread has ended: the guest is stopped and nobody writes any more. */
    public Builder finallyQuiet(Consumer<Script> does) {
      last = new ThreadSpec(FINAL_PASS, script(does));
      return this;
    }

    /** What must hold. */
    public Builder must(Property property) {
      properties.add(property);
      return this;
    }

    /** A state that some run must come through, or the answer is vacuous. */
    public Builder reaches(String what, Predicate<World> reached) {
      interests.add(new InterestSpec(what, reached));
      return this;
    }

    /** The scenario as written. */
    public Scenario build() {
      if (properties.isEmpty() || interests.isEmpty() || threads.isEmpty()) {
        throw new IllegalStateException(
            name + " needs at least one thread, one property and one interesting state");
      }
      return new Scenario(this);
    }

    private Script script(Consumer<Script> does) {
      Script script = new Script(() -> ++versions);
      does.accept(script);
      return script;
    }
  }
}
