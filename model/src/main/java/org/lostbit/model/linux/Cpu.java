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
 * step of its target: once it is sent, the sender waits until the target is at a place where the
 * interrupt is taken, that is, neither with interrupts off nor inside a guest instruction.
 *
 * <p>Each change of this state is a full barrier here. On hardware only VM entry, VM exit and
 * taking an interrupt are; a machine with a weaker memory model must not draw an order from the
 * others.
 */
public final class Cpu extends Shared {
  private static final long OPEN = 0;
  private static final long IRQS_OFF = 1;
  private static final long GUEST_INSTRUCTION = 2;
  private static final long INTERRUPT_SENT = 4;

  /** What keeps interrupts away, and whether one was sent that the guest has not left for yet. */
  private final Word interrupts;

  /** CPU number {@code number}, interrupts on. */
  public Cpu(int number) {
    super("cpu" + number);
    this.interrupts = new Word(this, "interrupts", OPEN);
  }

  /** {@code local_irq_disable}; an interrupt that came before has been handled. */
  public void localIrqDisable(Actor actor) {
    actor.irqsOff(1);
    interrupts.xchg(IRQS_OFF);
  }

  /** {@code local_irq_enable}: an interrupt that waited is taken now. */
  public void localIrqEnable(Actor actor) {
    actor.irqsOff(-1);
    interrupts.xchg(OPEN);
  }

  /** VM entry: the host's interrupts-off ends; an interrupt that waited leads to a VM exit. */
  public void vmEntry(Actor actor) {
    actor.irqsOff(-1);
    interrupts.fetchAndnot(IRQS_OFF);
  }

  /** VM exit: the host runs on with interrupts off, and takes the interrupt when they are on. */
  public void vmExit(Actor actor) {
    actor.irqsOff(1);
    interrupts.xchg(IRQS_OFF);
  }

  /**
   * A guest instruction begins, unless an interrupt was sent: no interrupt parts its look-up from
   * its store.
   *
   * @return whether it begins; else the guest leaves
   */
  public boolean beginGuestInstruction() {
    return interrupts.tryCmpxchg(OPEN, GUEST_INSTRUCTION);
  }

  /** The guest instruction has retired or faulted. */
  public void endGuestInstruction() {
    interrupts.fetchAndnot(GUEST_INSTRUCTION);
  }

  /** Whether an interrupt was sent that the guest has not left for yet. For properties. */
  public boolean isInterruptSent() {
    return (interrupts.readOnce() & INTERRUPT_SENT) != 0;
  }

  /** Sends the inter-processor interrupt of {@code smp_call_function_many}. */
  public void sendInterrupt() {
    interrupts.fetchOr(INTERRUPT_SENT);
  }

  /**
   * The {@code wait} of {@code smp_call_function_many}: returns when the target has taken the
   * interrupt. Interrupts must be on, or two senders could wait for each other.
   */
  @KernelFunction(
      name = "smp_call_function_many",
      file = "kernel/smp.c",
      since = "v3.2",
      differs =
          "one target per call; the handler does nothing, so only its having run counts; the"
              + " interrupt is taken at the first place where it can be")
  public void awaitInterruptTaken(Actor sender) {
    if (sender.context().irqsOff() > 0) {
      throw Memory.violation(
          Violation.Kind.DEADLOCK,
          sender.name() + " sends an IPI to " + label() + " and waits with interrupts off");
    }
    interrupts.await(Until.BITS_CLEAR, IRQS_OFF | GUEST_INSTRUCTION);
    Memory.smpMb();
  }
}
