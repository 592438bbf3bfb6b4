package org.lostbit.claims.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lostbit.claims.scenario.LostPage.NO_DIRTY_BIT_IS_LOST;
import static org.lostbit.claims.scenario.SlotSpec.slot;
import static org.lostbit.claims.scenario.StaleTlb.NO_STALE_TRANSLATION;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lostbit.claims.Run;
import org.lostbit.model.kernel.Kernel;
import org.lostbit.model.kvm.KvmVcpu;
import org.lostbit.model.kvm.Spte;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Violation;
import org.lostbit.model.memory.Word;

/** Each property is broken by one state and kept by its neighbour. */
class PropertiesTest {
  private final RunBuilder builder =
      new RunBuilder(
          Scenario.scenario("Test", "?")
              .given(slot(0).pages(128).logged())
              .thread("VCPU", vcpu -> vcpu.store(1))
              .thread("W", writer -> writer.writeGuest(64))
              .finallyQuiet(vmm -> vmm.getDirtyLog(0).copyPages())
              .must(NO_DIRTY_BIT_IS_LOST)
              .must(NO_STALE_TRANSLATION)
              .reaches("the end", world -> true)
              .build(),
          Kernel.V3_5);
  private final Run run = builder.build();
  private final World world = builder.world();

  @Test
  void nothingIsLostBeforeAnythingIsWritten() {
    assertEquals(Optional.empty(), NO_DIRTY_BIT_IS_LOST.atTheEnd(world));
    assertEquals(Optional.empty(), NO_DIRTY_BIT_IS_LOST.whenRetrievalReturned(world));
  }

  @Test
  void aStoreWithoutAFinalPassIsLostAtTheEndThoughItsBitIsSet() {
    run.threads().get(0).run();
    assertEquals(Optional.empty(), NO_DIRTY_BIT_IS_LOST.whenRetrievalReturned(world));
    assertKind(Violation.Kind.LOST_PAGE, NO_DIRTY_BIT_IS_LOST.atTheEnd(world));
    run.last().run();
    assertEquals(Optional.empty(), NO_DIRTY_BIT_IS_LOST.atTheEnd(world));
  }

  @Test
  void aWriteWhoseBitIsClearAndThatNobodyKnowsOfIsLostAtOnce() {
    run.threads().get(1).run();
    live(1).writePlain(0);
    assertKind(Violation.Kind.LOST_PAGE, NO_DIRTY_BIT_IS_LOST.whenRetrievalReturned(world));
    live(1).writePlain(1);
    assertEquals(Optional.empty(), NO_DIRTY_BIT_IS_LOST.whenRetrievalReturned(world));
  }

  @Test
  void aBitThatUserSpaceHasTakenIsPendingAndNotLost() {
    run.threads().get(1).run();
    world.migration().getDirtyLog(new Actor(2, "U"), 0);
    assertEquals(0, live(1).readPlain());
    assertEquals(Optional.empty(), NO_DIRTY_BIT_IS_LOST.whenRetrievalReturned(world));
  }

  @Test
  void aStoreIntoAPageThatTheHostTookBackIsLostThoughSourceAndDestinationAgree() {
    run.threads().get(1).run();
    run.last().run();
    // The host maps another frame, with other content, where the page was.
    long hva = world.kvm().gfnToHva(64);
    long pfn = world.kvm().mm().getUserPage(new Actor(2, "U"), hva);
    world.kvm().mm().page(pfn).writeOnce(0);
    world.migration().getDirtyLog(new Actor(2, "U"), 0);
    assertKind(Violation.Kind.LOST_PAGE, NO_DIRTY_BIT_IS_LOST.atTheEnd(world));
  }

  @Test
  void aWritableTranslationOfAProtectedPageIsStaleOnlyWhileItsVcpuMayStore() {
    run.threads().get(0).run();
    KvmVcpu vcpu = world.kvm().vcpus().get(0);
    Word spte = world.kvm().shadow().spte(1);
    spte.writePlain(spte.readPlain() & ~Spte.WRITABLE);
    assertEquals(Optional.empty(), NO_STALE_TRANSLATION.whenRetrievalReturned(world));
    vcpu.guest().phase().writePlain(KvmVcpu.Guest.RUNNING);
    assertKind(Violation.Kind.STALE_TLB, NO_STALE_TRANSLATION.whenRetrievalReturned(world));
    vcpu.cpu().sendInterrupt();
    assertEquals(Optional.empty(), NO_STALE_TRANSLATION.whenRetrievalReturned(world));
    vcpu.storing().note(2);
    assertKind(Violation.Kind.STALE_TLB, NO_STALE_TRANSLATION.whenRetrievalReturned(world));
  }

  private Word live(int word) {
    return world.kvm().gfnToMemslot(1).dirtyBitmap().readPlain().live().word(word);
  }

  private static void assertKind(Violation.Kind kind, Optional<Violation> violation) {
    assertTrue(violation.isPresent());
    assertEquals(kind, violation.get().kind());
  }
}
