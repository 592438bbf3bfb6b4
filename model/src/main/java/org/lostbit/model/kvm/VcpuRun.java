package org.lostbit.model.kvm;

import java.util.List;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.KernelFunction;
import org.lostbit.model.memory.Step;
import org.lostbit.model.memory.Word;

/**
 * KVM_RUN: enters the guest, lets it run one instruction at a time, and handles its exits, until
 * the guest has executed its stores. Between two steps everything lies in {@link KvmVcpu}.
 */
public final class VcpuRun implements Step {
  private final Kvm kvm;
  private final KvmVcpu vcpu;
  private final List<GuestStore> program;
  private final WriteNotes notes;

  /** The vCPU runs the stores of {@code program} in order. */
  public VcpuRun(Kvm kvm, KvmVcpu vcpu, List<GuestStore> program, WriteNotes notes) {
    this.kvm = kvm;
    this.vcpu = vcpu;
    this.program = List.copyOf(program);
    this.notes = notes;
  }

  @Override
  @KernelFunction(
      name = "__vcpu_run",
      file = "arch/x86/kvm/x86.c",
      since = "v3.2",
      until = "v3.6",
      steps = {
        "1 vcpu->srcu_idx = srcu_read_lock(&kvm->srcu)",
        "2 r = vcpu_enter_guest(vcpu)",
        "3 r = kvm_x86_ops->handle_exit(vcpu)",
        "4 srcu_read_unlock(&kvm->srcu, vcpu->srcu_idx)"
      },
      differs = "the guest's instructions are steps of the same thread; no signal is modelled")
  public Progress run(Actor actor) {
    KvmVcpu.Guest guest = vcpu.guest();
    long phase = guest.phase().readPlain();
    if (phase == KvmVcpu.Guest.ENTER) {
      if (actor.context().srcu() == 0) {
        actor.step("1");
        kvm.srcu().readLock(actor);
      }
      actor.step("2");
      if (kvm.functions().vcpuEnterGuest().enter(kvm, vcpu, actor)) {
        guest.phase().writePlain(KvmVcpu.Guest.RUNNING);
      }
      return Progress.AGAIN;
    }
    if (phase == KvmVcpu.Guest.RUNNING) {
      guest.phase().writePlain(instruction(guest));
      return Progress.AGAIN;
    }
    kvm.functions().vcpuEnterGuest().exit(kvm, vcpu, actor);
    long rip = guest.rip().readPlain();
    if (phase == KvmVcpu.Guest.EXIT_FAULT || phase == KvmVcpu.Guest.EXIT_FAULT_PRESENT) {
      actor.step("3");
      handleFault(actor, guest, (int) rip, phase == KvmVcpu.Guest.EXIT_FAULT_PRESENT);
    } else if (rip == program.size()) {
      actor.step("4");
      kvm.srcu().readUnlock(actor);
      guest.rip().writePlain(0);
      guest.phase().writePlain(KvmVcpu.Guest.ENTER);
      return Progress.NEXT;
    }
    guest.phase().writePlain(KvmVcpu.Guest.ENTER);
    return Progress.AGAIN;
  }

  /** Handles the write fault of the instruction; an MMIO exit completes it in user space. */
  private void handleFault(Actor actor, KvmVcpu.Guest guest, int rip, boolean present) {
    count(vcpu.stat().pfFixed());
    long gfn = program.get(rip).gfn();
    if (!kvm.functions().pageFault().tdpPageFault(kvm, vcpu, actor, gfn, present)) {
      guest.rip().writePlain(rip + 1L);
    }
  }

  private static void count(Word counter) {
    counter.writePlain(counter.readPlain() + 1);
  }

  /**
   * One guest instruction: looks the translation up in the TLB or walks the page table once, which
   * fills the TLB, then stores. No interrupt falls inside; steps of other CPUs may.
   *
   * @return the phase that follows
   */
  @KernelFunction(
      name = "guest instruction",
      file = "hardware",
      since = "v3.2",
      steps = {
        "1 an interrupt that waits leads to a VM exit",
        "2 look-up in the TLB, or walk: one load of the spte, which fills the TLB",
        "3 store"
      })
  private long instruction(KvmVcpu.Guest guest) {
    int rip = (int) guest.rip().readPlain();
    if (rip == program.size()) {
      return KvmVcpu.Guest.EXIT;
    }
    if (!vcpu.cpu().beginGuestInstruction()) {
      count(vcpu.stat().irqExits());
      return KvmVcpu.Guest.EXIT;
    }
    try {
      GuestStore store = program.get(rip);
      Word entry = vcpu.tlb(store.gfn());
      long translation = entry.readPlain();
      if (!Spte.isWritable(translation)) {
        translation = kvm.shadow().spte(store.gfn()).readOnce();
        entry.writePlain(translation);
        if (!Spte.isPresent(translation)) {
          return KvmVcpu.Guest.EXIT_FAULT;
        }
        if (!Spte.isWritable(translation)) {
          return KvmVcpu.Guest.EXIT_FAULT_PRESENT;
        }
      }
      vcpu.storing().note(store.gfn() + 1);
      kvm.mm().page(Spte.pfn(translation)).writeOnce(store.version());
      vcpu.storing().note(0);
      notes.completed(store.gfn()).note(store.version());
      guest.rip().writePlain(rip + 1L);
      return KvmVcpu.Guest.RUNNING;
    } finally {
      vcpu.cpu().endGuestInstruction();
    }
  }
}
