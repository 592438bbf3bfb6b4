package org.lostbit.claims.scenario;

import java.util.Optional;
import org.lostbit.model.kvm.DirtyBitmap;
import org.lostbit.model.kvm.KvmMemorySlot;
import org.lostbit.model.kvm.KvmVcpu;
import org.lostbit.model.kvm.WriteNotes;
import org.lostbit.model.memory.Violation;

/**
 * No dirty bit is lost, in both forms.
 *
 * <p>Log level: when a retrieval has returned, a page whose content is a completed write that the
 * destination does not have is pending in user space, or its bit is set in the live log, or a
 * lockless fault is about to mark it. End to end: after the final pass the destination has what the
 * page holds, and that is what some writer stored last.
 */
public final class LostPage implements Property {
  private static final int BITS_PER_LONG = 64;

  /** The property. */
  public static final LostPage NO_DIRTY_BIT_IS_LOST = new LostPage();

  private LostPage() {}

  @Override
  public Violation.Kind kind() {
    return Violation.Kind.LOST_PAGE;
  }

  @Override
  public String words() {
    return "no dirty bit is lost";
  }

  @Override
  public Optional<Violation> whenRetrievalReturned(World world) {
    for (int i = 0; i < world.space().size(); i++) {
      long gfn = world.space().gfn(i);
      long content = world.migration().content(gfn);
      boolean lost =
          content != world.migration().destination(gfn)
              && isCompleted(world, gfn, content)
              && !world.migration().isPending(gfn)
              && !isMarked(world, gfn)
              && !isBeingMarked(world, gfn);
      if (lost) {
        return Optional.of(
            new Violation(
                Violation.Kind.LOST_PAGE,
                "gfn "
                    + gfn
                    + " was written, the retrieval that has just returned does not report it, and"
                    + " its bit is not set in the log"));
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Violation> atTheEnd(World world) {
    for (int i = 0; i < world.space().size(); i++) {
      long gfn = world.space().gfn(i);
      long source = world.migration().content(gfn);
      long destination = world.migration().destination(gfn);
      if (source != destination) {
        return Optional.of(
            new Violation(
                Violation.Kind.LOST_PAGE,
                "gfn "
                    + gfn
                    + " holds version "
                    + source
                    + ", the destination has version "
                    + destination
                    + ", and no retrieval will ever report it"));
      }
      if (isWritten(world, gfn) && !isCompleted(world, gfn, source)) {
        return Optional.of(
            new Violation(
                Violation.Kind.LOST_PAGE,
                "gfn " + gfn + " holds version " + source + ", which no writer stored last"));
      }
    }
    return Optional.empty();
  }

  private static boolean isWritten(World world, long gfn) {
    return world.writers().stream().anyMatch(writer -> writer.completed(gfn).value() != 0);
  }

  private static boolean isCompleted(World world, long gfn, long version) {
    for (WriteNotes writer : world.writers()) {
      if (version != 0 && writer.completed(gfn).value() == version) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMarked(World world, long gfn) {
    KvmMemorySlot slot = world.kvm().gfnToMemslot(gfn);
    DirtyBitmap bitmap = slot == null ? null : slot.dirtyBitmap().readPlain();
    if (bitmap == null) {
      return false;
    }
    long page = gfn - slot.baseGfn().readPlain();
    return bitmap.live().word((int) (page / BITS_PER_LONG)).testBit((int) (page % BITS_PER_LONG));
  }

  private static boolean isBeingMarked(World world, long gfn) {
    for (KvmVcpu vcpu : world.kvm().vcpus()) {
      if (vcpu.marking().value() == gfn + 1) {
        return true;
      }
    }
    return false;
  }
}
