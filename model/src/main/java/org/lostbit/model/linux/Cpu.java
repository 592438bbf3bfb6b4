package org.lostbit.model.linux;

import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.KernelFunction;
import org.lostbit.model.memory.Memory;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Until;
import org.lostbit.model.memory.Violation;
import org.lostbit.model.memory.Word;

/**
 * The physical CPU under one thread, as far as interrupts go. An inter-processor interrupt is no
 * step of its target: the sender waits until the target is at a place where the interrupt is taken,
 * that is, neither with interrupts off nor inside a guest instruction.
 */
public final class Cpu extends Shared {
  private static final long OPEN = 0;
  private static final long IRQS_OFF = 1;
  private static final long GUEST_INSTRUCTION = 2;

  /** What keeps interrupts away; written by the CPU's own thread only. */
  private final Word closedBy;

  /** CPU number {@code number}, interrupts on. */
  public Cpu(int number) {
    super("cpu" + number);
    this.closedBy = new Word(this, "interrupts_closed_by", OPEN);
  }

  /** {@code local_irq_disable}. */
  public void localIrqDisable(Actor actor) {
    actor.irqsOff(1);
    closedBy.xchg(IRQS_OFF);
  }

  /** {@code local_irq_enable}: an interrupt that waited is taken now. */
  public void localIrqEnable(Actor actor) {
    actor.irqsOff(-1);
    closedBy.xchg(OPEN);
  }

  /** VM entry: the host's interrupts-off ends here, an interrupt now leads to a VM exit. */
  public void vmEntry(Actor actor) {
    actor.irqsOff(-1);
    closedBy.xchg(OPEN);
  }

  /** VM exit: the host runs on with interrupts off. */
  public void vmExit(Actor actor) {
    actor.irqsOff(1);
    closedBy.xchg(IRQS_OFF);
  }

  /** A guest instruction begins: no interrupt parts its look-up from its store. */
  public void beginGuestInstruction() {
    closedBy.xchg(GUEST_INSTRUCTION);
  }

  /** The guest instruction has retired or faulted. */
  public void endGuestInstruction() {
    closedBy.xchg(OPEN);
  }

  /**
   * {@code smp_call_function_many(.., wait=1)} for one target: returns when the target has taken
   * the interrupt. Interrupts must be on, or two senders could wait for each other.
   */
  @KernelFunction(
      name = "smp_call_function_many",
      file = "kernel/smp.c",
      since = "v3.2",
      differs = "one target per call; the handler does nothing, so only its having run counts")
  public void callFunctionAndWait(Actor sender) {
    if (sender.context().irqsOff() > 0) {
      throw Memory.violation(
          Violation.Kind.DEADLOCK,
          sender.name() + " sends an IPI to " + label() + " and waits with interrupts off");
    }
    Memory.smpMb();
    closedBy.await(Until.EQUAL, OPEN);
    Memory.smpMb();
  }
}
