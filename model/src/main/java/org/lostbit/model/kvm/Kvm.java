package org.lostbit.model.kvm;

import java.util.ArrayList;
import java.util.List;
import org.lostbit.model.linux.Mutex;
import org.lostbit.model.linux.SpinLock;
import org.lostbit.model.linux.SrcuStruct;
import org.lostbit.model.memory.KernelFunction;
import org.lostbit.model.memory.Ref;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Word;
import org.lostbit.model.mm.HostMm;

/** {@code struct kvm}: one virtual machine, run by the functions of one kernel. */
public final class Kvm extends Shared {
  private final KernelFunctions functions;
  private final HostMm mm;
  private final SpinLock mmuLock;
  private final Mutex slotsLock;
  private final SrcuStruct srcu;
  private final Ref<KvmMemslots> memslots;
  private final ShadowPageTable shadow;
  private final Word mmuNotifierSeq;
  private final Word mmuNotifierCount;
  private final Word tlbsDirty;
  private final List<KvmVcpu> vcpus;

  /**
   * {@code KVM_CREATE_VM} and {@code KVM_CREATE_VCPU}.
   *
   * @param functions the kernel
   * @param mm the address space of the user process
   * @param space the guest frames that have cells
   * @param slots how many memory slots have cells
   * @param vcpuThreads the indices of the threads that run vCPUs
   * @param actors the number of all threads
   */
  public Kvm(
      KernelFunctions functions,
      HostMm mm,
      GfnSpace space,
      int slots,
      List<Integer> vcpuThreads,
      int actors) {
    super("kvm");
    this.functions = functions;
    this.mm = mm;
    this.mmuLock = new SpinLock(this, "mmu_lock");
    this.slotsLock = new Mutex(this, "slots_lock");
    this.srcu = new SrcuStruct("kvm->srcu", actors);
    this.memslots = new Ref<>(this, "memslots", new KvmMemslots(slots));
    this.shadow = new ShadowPageTable(space);
    this.mmuNotifierSeq = new Word(this, "mmu_notifier_seq", 0);
    this.mmuNotifierCount = new Word(this, "mmu_notifier_count", 0);
    this.tlbsDirty = new Word(this, "tlbs_dirty", 0);
    List<KvmVcpu> made = new ArrayList<>();
    for (int thread : vcpuThreads) {
      made.add(new KvmVcpu(thread, space));
    }
    this.vcpus = List.copyOf(made);
  }

  /** The functions of the kernel that runs this machine; every call goes through them. */
  public KernelFunctions functions() {
    return functions;
  }

  /** {@code kvm->mm}. */
  public HostMm mm() {
    return mm;
  }

  /** {@code kvm->mmu_lock}: a spin lock, taken inside {@code slots_lock}. */
  public SpinLock mmuLock() {
    return mmuLock;
  }

  /** {@code kvm->slots_lock}: outermost; never taken inside an SRCU read section. */
  public Mutex slotsLock() {
    return slotsLock;
  }

  /** {@code kvm->srcu}: protects what hangs on {@link #memslots}. */
  public SrcuStruct srcu() {
    return srcu;
  }

  /** {@code kvm->memslots}. */
  public Ref<KvmMemslots> memslots() {
    return memslots;
  }

  /** The shadow page table. */
  public ShadowPageTable shadow() {
    return shadow;
  }

  /** {@code kvm->mmu_notifier_seq}. */
  public Word mmuNotifierSeq() {
    return mmuNotifierSeq;
  }

  /** {@code kvm->mmu_notifier_count}. */
  public Word mmuNotifierCount() {
    return mmuNotifierCount;
  }

  /** {@code kvm->tlbs_dirty}: sptes dropped without a flush so far. */
  public Word tlbsDirty() {
    return tlbsDirty;
  }

  /** All vCPUs. */
  public List<KvmVcpu> vcpus() {
    return vcpus;
  }

  /** {@code gfn_to_memslot}: a new dereference of the map. Inside an SRCU read section. */
  @KernelFunction(name = "gfn_to_memslot", file = "virt/kvm/kvm_main.c", since = "v3.2")
  public KvmMemorySlot gfnToMemslot(long gfn) {
    return memslots.rcuDereference().search(gfn);
  }

  /**
   * {@code gfn_to_hva}: the hva page of a guest frame. Inside an SRCU read section.
   *
   * @return the hva page, or -1 ({@code bad_hva()}) where the frame has no slot or an INVALID one
   */
  @KernelFunction(name = "gfn_to_hva", file = "virt/kvm/kvm_main.c", since = "v3.2")
  public long gfnToHva(long gfn) {
    KvmMemorySlot slot = gfnToMemslot(gfn);
    if (slot == null || (slot.flags().readPlain() & KvmMemorySlot.KVM_MEMSLOT_INVALID) != 0) {
      return -1;
    }
    return slot.userspaceAddr().readPlain() + (gfn - slot.baseGfn().readPlain());
  }
}
