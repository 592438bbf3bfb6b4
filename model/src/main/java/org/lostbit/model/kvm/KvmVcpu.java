package org.lostbit.model.kvm;

import org.lostbit.model.linux.Cpu;
import org.lostbit.model.memory.Ghost;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Word;
import org.lostbit.model.memory.WordArray;

/** {@code struct kvm_vcpu} with the part of the processor that belongs to it. */
public final class KvmVcpu extends Shared {
  /** {@code OUTSIDE_GUEST_MODE}. */
  public static final long OUTSIDE_GUEST_MODE = 0;

  /** {@code IN_GUEST_MODE}. */
  public static final long IN_GUEST_MODE = 1;

  /** {@code EXITING_GUEST_MODE}. */
  public static final long EXITING_GUEST_MODE = 2;

  /** {@code READING_SHADOW_PAGE_TABLES} (v3.6). */
  public static final long READING_SHADOW_PAGE_TABLES = 3;

  /** The bit of {@code KVM_REQ_TLB_FLUSH} in {@link #requests}. */
  public static final int KVM_REQ_TLB_FLUSH = 0;

  private final int id;
  private final Word mode;
  private final Word requests;
  private final Cpu cpu;
  private final GfnSpace space;
  private final WordArray tlb;
  private final Guest guest;
  private final Stat stat;
  private final Ghost marking;
  private final Ghost storing;

  /** A vCPU outside guest mode whose TLB is empty; its thread has index {@code id} too. */
  KvmVcpu(int id, GfnSpace space) {
    super("vcpu" + id);
    this.id = id;
    this.mode = new Word(this, "mode", OUTSIDE_GUEST_MODE);
    this.requests = new Word(this, "requests", 0);
    this.cpu = new Cpu(id);
    this.space = space;
    this.tlb = new WordArray(this, "tlb", space.size(), 0);
    this.guest = new Guest(this);
    this.stat = new Stat(this);
    this.marking = new Ghost(this, "ghost_marking", 0);
    this.storing = new Ghost(this, "ghost_storing", 0);
  }

  /** The index of the thread that runs this vCPU. */
  public int id() {
    return id;
  }

  /** {@code vcpu->mode}. */
  public Word mode() {
    return mode;
  }

  /** {@code vcpu->requests}. */
  public Word requests() {
    return requests;
  }

  /** The physical CPU that it runs on. */
  public Cpu cpu() {
    return cpu;
  }

  /** The TLB entry for a frame, in the layout of {@link Spte}; read by its own thread only. */
  public Word tlb(long gfn) {
    return tlb.word(space.index(gfn));
  }

  /** The hardware drops every translation. */
  public void flushTlb() {
    stat.tlbFlush.writePlain(stat.tlbFlush.readPlain() + 1);
    for (int i = 0; i < tlb.length(); i++) {
      tlb.word(i).writePlain(0);
    }
  }

  /** {@code vcpu->stat}. */
  public Stat stat() {
    return stat;
  }

  /** Where the guest stands. */
  public Guest guest() {
    return guest;
  }

  /**
   * A note for the property: the frame (plus one) that a lockless fault of this vCPU has made, or
   * is about to make, writable before it marks; 0 for none.
   */
  public Ghost marking() {
    return marking;
  }

  /**
   * A note for the property: the frame (plus one) for which an instruction of the guest has its
   * translation and has not stored yet; 0 for none.
   */
  public Ghost storing() {
    return storing;
  }

  /** Where the guest stands between two steps of its thread. */
  public static final class Guest {
    /** KVM_RUN is about to enter the guest. */
    public static final long ENTER = 0;

    /** The guest runs. */
    public static final long RUNNING = 1;

    /** The guest has left by itself or by an interrupt. */
    public static final long EXIT = 2;

    /** The guest has left by a page fault: nothing was mapped. */
    public static final long EXIT_FAULT = 3;

    /** The guest has left by a page fault: what is mapped must not be written. */
    public static final long EXIT_FAULT_PRESENT = 4;

    private final Word phase;
    private final Word rip;

    Guest(KvmVcpu vcpu) {
      this.phase = new Word(vcpu, "phase", ENTER);
      this.rip = new Word(vcpu, "rip", 0);
    }

    /** {@link #ENTER} and the like; private to the vCPU's thread. */
    public Word phase() {
      return phase;
    }

    /** The number of the instruction that is next; private to the vCPU's thread. */
    public Word rip() {
      return rip;
    }
  }

  /** {@code struct kvm_vcpu_stat}: counters of one vCPU, written by its own thread. */
  public static final class Stat {
    private final Word pfFixed;
    private final Word irqExits;
    private final Word tlbFlush;

    Stat(KvmVcpu vcpu) {
      this.pfFixed = new Word(vcpu, "stat.pf_fixed", 0);
      this.irqExits = new Word(vcpu, "stat.irq_exits", 0);
      this.tlbFlush = new Word(vcpu, "stat.tlb_flush", 0);
    }

    /** Write faults handled. */
    public Word pfFixed() {
      return pfFixed;
    }

    /** Exits because of an interrupt. */
    public Word irqExits() {
      return irqExits;
    }

    /** Flushes of the TLB by the hardware. */
    public Word tlbFlush() {
      return tlbFlush;
    }

    /** Counts anew. */
    public void reset() {
      pfFixed.writePlain(0);
      irqExits.writePlain(0);
      tlbFlush.writePlain(0);
    }
  }
}
