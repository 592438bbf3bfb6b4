package org.lostbit.claims.scenario;

import java.util.Optional;
import org.lostbit.model.kvm.KvmVcpu;
import org.lostbit.model.kvm.Spte;
import org.lostbit.model.memory.Violation;

/**
 * No store goes through a translation that a retrieval took away: when it has returned, no vCPU
 * holds a writable translation of a page whose spte is not writable, unless it flushes before it
 * enters the guest again.
 */
public final class StaleTlb implements Property {
  /** The property. */
  public static final StaleTlb NO_STALE_TRANSLATION = new StaleTlb();

  private StaleTlb() {}

  @Override
  public Violation.Kind kind() {
    return Violation.Kind.STALE_TLB;
  }

  @Override
  public String words() {
    return "no store goes through a translation cached before a flush";
  }

  @Override
  public Optional<Violation> whenRetrievalReturned(World world) {
    for (KvmVcpu vcpu : world.kvm().vcpus()) {
      for (int i = 0; i < world.space().size(); i++) {
        long gfn = world.space().gfn(i);
        boolean stale =
            mayStore(vcpu, gfn)
                && Spte.isWritable(vcpu.tlb(gfn).readPlain())
                && !Spte.isWritable(world.kvm().shadow().spte(gfn).readPlain());
        if (stale) {
          return Optional.of(
              new Violation(
                  Violation.Kind.STALE_TLB,
                  "the retrieval has returned, the spte of gfn "
                      + gfn
                      + " is write-protected, and the TLB of "
                      + vcpu.label()
                      + " still lets the guest store"));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A guest that was interrupted leaves before its next instruction; but an instruction that has
   * its translation goes on to its store.
   */
  private static boolean mayStore(KvmVcpu vcpu, long gfn) {
    boolean inGuest =
        vcpu.guest().phase().readPlain() == KvmVcpu.Guest.RUNNING && !vcpu.cpu().isInterruptSent();
    return inGuest || vcpu.storing().value() == gfn + 1;
  }

  /** At the end nobody stores any more. */
  @Override
  public Optional<Violation> atTheEnd(World world) {
    return Optional.empty();
  }
}
