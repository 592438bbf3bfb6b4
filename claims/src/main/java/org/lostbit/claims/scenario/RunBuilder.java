package org.lostbit.claims.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lostbit.claims.Run;
import org.lostbit.model.kvm.GfnSpace;
import org.lostbit.model.kvm.GuestStore;
import org.lostbit.model.kvm.HostWrite;
import org.lostbit.model.kvm.KernelFunctions;
import org.lostbit.model.kvm.Kvm;
import org.lostbit.model.kvm.KvmVcpu;
import org.lostbit.model.kvm.MemoryRegion;
import org.lostbit.model.kvm.VcpuRun;
import org.lostbit.model.kvm.WriteNotes;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Memory;
import org.lostbit.model.memory.Observation;
import org.lostbit.model.memory.Program;
import org.lostbit.model.memory.Step;
import org.lostbit.model.memory.Violation;
import org.lostbit.model.mm.HostMm;
import org.lostbit.model.vmm.Migration;

/**
 * Makes a run of a scenario: builds the virtual machine, brings it into the start state by the
 * kernel's own functions, and turns every act into steps.
 */
final class RunBuilder {
  private final Scenario scenario;
  private final List<Actor> actors = new ArrayList<>();
  private final World world;

  RunBuilder(Scenario scenario, KernelFunctions kernel) {
    this.scenario = scenario;
    for (Scenario.ThreadSpec thread : scenario.threads()) {
      actors.add(new Actor(actors.size(), thread.name()));
    }
    actors.add(new Actor(actors.size(), scenario.last().name()));
    Layout layout = scenario.layout();
    GfnSpace space = layout.space();
    HostMm mm = new HostMm(layout.hva());
    Kvm kvm = new Kvm(kernel, mm, space, layout.capacity(), layout.vcpuThreads(), actors.size());
    List<WriteNotes> notes = new ArrayList<>();
    for (Actor actor : actors) {
      notes.add(new WriteNotes(actor.name(), space));
    }
    Migration migration = new Migration(kvm, space, layout.regions(), scenario.faults());
    this.world = new World(kvm, space, migration, notes);
  }

  World world() {
    return world;
  }

  Run build() {
    Actor setUp = actors.get(actors.size() - 1);
    for (MemoryRegion region : scenario.layout().regions()) {
      int result =
          world
              .kvm()
              .functions()
              .setUserMemoryRegion()
              .kvmSetMemoryRegion(world.kvm(), setUp, region);
      if (result != 0) {
        throw new IllegalStateException(
            scenario.name() + ": slot " + region.slot() + " is refused");
      }
    }
    for (Scenario.ThreadSpec earlier : scenario.before()) {
      Actor actor = named(earlier.name(), setUp);
      new Program(actor, steps(actor, earlier.script(), false)).run();
    }
    world.migration().begin();
    for (KvmVcpu vcpu : world.kvm().vcpus()) {
      vcpu.stat().reset();
    }
    List<Program> threads = new ArrayList<>();
    for (int i = 0; i < scenario.threads().size(); i++) {
      Script script = scenario.threads().get(i).script();
      threads.add(new Program(actors.get(i), steps(actors.get(i), script, true)));
    }
    Program last = new Program(setUp, steps(setUp, scenario.last().script(), true));
    List<Run.Interest> interests = new ArrayList<>();
    for (Scenario.InterestSpec spec : scenario.interests()) {
      interests.add(new Run.Interest(spec.what(), () -> spec.reached().test(world)));
    }
    return new Run(threads, last, this::atTheEnd, interests, this::outcome);
  }

  /** The thread of that name; what nobody of that name did was done by the final pass's thread. */
  private Actor named(String name, Actor otherwise) {
    for (Actor actor : actors) {
      if (actor.name().equals(name)) {
        return actor;
      }
    }
    return otherwise;
  }

  private List<Step> steps(Actor actor, Script script, boolean observed) {
    List<Step> steps = new ArrayList<>();
    List<GuestStore> stores = new ArrayList<>();
    for (Act act : script.acts()) {
      if (act instanceof Act.Store store) {
        stores.add(new GuestStore(store.gfn(), store.version()));
        continue;
      }
      flush(steps, actor, stores);
      steps.add(step(actor, act));
      if (observed && act instanceof Act.GetDirtyLog) {
        steps.add(observation());
      }
    }
    flush(steps, actor, stores);
    return steps;
  }

  /** Consecutive guest stores are one KVM_RUN. */
  private void flush(List<Step> steps, Actor actor, List<GuestStore> stores) {
    if (!stores.isEmpty()) {
      WriteNotes notes = world.writers().get(actor.index());
      steps.add(new VcpuRun(world.kvm(), vcpu(actor), stores, notes));
      stores.clear();
    }
  }

  private Step step(Actor actor, Act act) {
    Migration migration = world.migration();
    if (act instanceof Act.GetDirtyLog get) {
      int region = scenario.slots().stream().map(SlotSpec::id).toList().indexOf(get.slot());
      return a -> {
        migration.getDirtyLog(a, region);
        return Step.Progress.NEXT;
      };
    } else if (act instanceof Act.CopyPages) {
      return a -> {
        migration.copyPending(a);
        return Step.Progress.NEXT;
      };
    } else if (act instanceof Act.WriteGuest write) {
      GuestStore store = new GuestStore(write.gfn(), write.version());
      return new HostWrite(world.kvm(), store, world.writers().get(actor.index()));
    } else if (act instanceof Act.DropTlb) {
      KvmVcpu vcpu = vcpu(actor);
      return a -> {
        vcpu.flushTlb();
        return Step.Progress.NEXT;
      };
    }
    throw new IllegalStateException("no step for " + act);
  }

  private Step observation() {
    Observation look = () -> first(property -> property.whenRetrievalReturned(world));
    return a -> {
      Memory.observe(look);
      return Step.Progress.NEXT;
    };
  }

  private Optional<Violation> atTheEnd() {
    return first(property -> property.atTheEnd(world));
  }

  private Optional<Violation> first(Function<Property, Optional<Violation>> asks) {
    for (Property property : scenario.properties()) {
      Optional<Violation> violation = asks.apply(property);
      if (violation.isPresent()) {
        return violation;
      }
    }
    return Optional.empty();
  }

  /** The end state: what each page holds and what the destination has of it. */
  private String outcome() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < world.space().size(); i++) {
      long gfn = world.space().gfn(i);
      words
          .append(i == 0 ? "" : " ")
          .append(gfn)
          .append('=')
          .append(world.migration().content(gfn))
          .append('>')
          .append(world.migration().destination(gfn));
    }
    return words.toString();
  }

  private KvmVcpu vcpu(Actor actor) {
    for (KvmVcpu vcpu : world.kvm().vcpus()) {
      if (vcpu.id() == actor.index()) {
        return vcpu;
      }
    }
    throw new IllegalStateException(actor.name() + " stores but is no thread with a vCPU");
  }
}
