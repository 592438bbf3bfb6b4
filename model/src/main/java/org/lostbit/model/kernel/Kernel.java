package org.lostbit.model.kernel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lostbit.model.kvm.CopyThenMark;
import org.lostbit.model.kvm.DirectFastPageFault;
import org.lostbit.model.kvm.DirectSetSpte;
import org.lostbit.model.kvm.EnterGuestWithRequests;
import org.lostbit.model.kvm.FastPageFault;
import org.lostbit.model.kvm.FlushRemoteTlbs;
import org.lostbit.model.kvm.GetDirtyLog;
import org.lostbit.model.kvm.KernelFunctionObject;
import org.lostbit.model.kvm.KernelFunctions;
import org.lostbit.model.kvm.MarkPageDirty;
import org.lostbit.model.kvm.MmuNotifierRetry;
import org.lostbit.model.kvm.MmuSpteUpdate;
import org.lostbit.model.kvm.NoFastPageFault;
import org.lostbit.model.kvm.PageFault;
import org.lostbit.model.kvm.PerSlotMemoryRegion;
import org.lostbit.model.kvm.PlainSpteUpdate;
import org.lostbit.model.kvm.RequestAndKick;
import org.lostbit.model.kvm.SeqCountRetry;
import org.lostbit.model.kvm.SetSpte;
import org.lostbit.model.kvm.SetUserMemoryRegion;
import org.lostbit.model.kvm.SlowPageFault;
import org.lostbit.model.kvm.Spte;
import org.lostbit.model.kvm.SrculessGetDirtyLog;
import org.lostbit.model.kvm.TestAndSetBitMark;
import org.lostbit.model.kvm.VcpuEnterGuest;
import org.lostbit.model.kvm.VolatileSpteUpdate;
import org.lostbit.model.kvm.WriteGuest;
import org.lostbit.model.kvm.WriteProtectPtMasked;
import org.lostbit.model.kvm.WriteProtectRmap;

/**
 * A kernel as a value: a name and one object per C function that differs between eras. A patch, a
 * bug or a proposal is the same kernel {@link #with} another object for one function.
 */
public final class Kernel implements KernelFunctions {
  /** Linux v3.5: srcu-less dirty logging; every fault takes {@code mmu_lock}. */
  public static final Kernel V3_5 =
      new Kernel(
          "v3.5",
          new SrculessGetDirtyLog(),
          new TestAndSetBitMark(),
          new WriteProtectRmap(),
          new RequestAndKick(),
          new SlowPageFault(),
          new NoFastPageFault(),
          new DirectSetSpte(Spte.WRITABLE | Spte.HOST_WRITEABLE),
          new PlainSpteUpdate(),
          new SeqCountRetry(),
          new EnterGuestWithRequests(),
          new CopyThenMark(),
          new PerSlotMemoryRegion());

  /** Linux v3.6: v3.5 and the lockless fast page fault. */
  public static final Kernel V3_6 =
      V3_5.era(
          "v3.6",
          new DirectFastPageFault(),
          new DirectSetSpte(Spte.WRITABLE | Spte.HOST_WRITEABLE | Spte.MMU_WRITEABLE),
          new VolatileSpteUpdate());

  private final String name;
  private final Map<Class<? extends KernelFunctionObject>, KernelFunctionObject> functions;
  private final GetDirtyLog getDirtyLog;
  private final MarkPageDirty markPageDirty;
  private final WriteProtectPtMasked writeProtectPtMasked;
  private final FlushRemoteTlbs flushRemoteTlbs;
  private final PageFault pageFault;
  private final FastPageFault fastPageFault;
  private final SetSpte setSpte;
  private final MmuSpteUpdate mmuSpteUpdate;
  private final MmuNotifierRetry mmuNotifierRetry;
  private final VcpuEnterGuest vcpuEnterGuest;
  private final WriteGuest writeGuest;
  private final SetUserMemoryRegion setUserMemoryRegion;

  private Kernel(String name, KernelFunctionObject... functions) {
    this(name, Map.of(), functions);
  }

  private Kernel(
      String name,
      Map<Class<? extends KernelFunctionObject>, KernelFunctionObject> base,
      KernelFunctionObject... replaced) {
    this.name = name;
    this.functions = new LinkedHashMap<>(base);
    for (KernelFunctionObject function : replaced) {
      functions.put(kind(function), function);
    }
    this.getDirtyLog = function(GetDirtyLog.class);
    this.markPageDirty = function(MarkPageDirty.class);
    this.writeProtectPtMasked = function(WriteProtectPtMasked.class);
    this.flushRemoteTlbs = function(FlushRemoteTlbs.class);
    this.pageFault = function(PageFault.class);
    this.fastPageFault = function(FastPageFault.class);
    this.setSpte = function(SetSpte.class);
    this.mmuSpteUpdate = function(MmuSpteUpdate.class);
    this.mmuNotifierRetry = function(MmuNotifierRetry.class);
    this.vcpuEnterGuest = function(VcpuEnterGuest.class);
    this.writeGuest = function(WriteGuest.class);
    this.setUserMemoryRegion = function(SetUserMemoryRegion.class);
  }

  /** The kernel's name, such as {@code v3.6+write-protect-before-take}. */
  public String name() {
    return name;
  }

  /**
   * This kernel with other functions in place of its own, all of them one change.
   *
   * @param changed the functions; each replaces the one of the same C name
   * @throws IllegalArgumentException if one of them has no name, models no function that this
   *     kernel has, or models the same function as another of them
   */
  public Kernel with(KernelFunctionObject... changed) {
    Map<Class<? extends KernelFunctionObject>, KernelFunctionObject> kinds = new LinkedHashMap<>();
    for (KernelFunctionObject function : changed) {
      if (!functions.containsKey(kind(function))) {
        throw noFunction(function);
      }
      KernelFunctionObject other = kinds.put(kind(function), function);
      if (other != null) {
        throw new IllegalArgumentException(
            other.variantName()
                + " and "
                + function.variantName()
                + " replace the same function; a kernel has one of each");
      }
      if (!function.variantName().matches("[a-z0-9-]+")) {
        throw new IllegalArgumentException(
            function.getClass().getName()
                + " has no name that a kernel could carry: make it a class of its own");
      }
    }
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException(name + " with no other function is " + name + " itself");
    }
    String change =
        Arrays.stream(changed)
            .map(KernelFunctionObject::variantName)
            .collect(Collectors.joining("+"));
    return new Kernel(name + "+" + change, functions, changed);
  }

  private Kernel era(String eraName, KernelFunctionObject... changed) {
    return new Kernel(eraName, functions, changed);
  }

  /**
   * The interface by which a function is called: it extends {@link KernelFunctionObject} itself.
   */
  private static Class<? extends KernelFunctionObject> kind(KernelFunctionObject function) {
    for (Class<?> type = function.getClass(); type != null; type = type.getSuperclass()) {
      Optional<Class<?>> kind = kind(type.getInterfaces());
      if (kind.isPresent()) {
        return kind.get().asSubclass(KernelFunctionObject.class);
      }
    }
    throw noFunction(function);
  }

  private static Optional<Class<?>> kind(Class<?>... interfaces) {
    for (Class<?> type : interfaces) {
      List<Class<?>> parents = List.of(type.getInterfaces());
      if (parents.contains(KernelFunctionObject.class)) {
        return Optional.of(type);
      }
      Optional<Class<?>> above = kind(type.getInterfaces());
      if (above.isPresent()) {
        return above;
      }
    }
    return Optional.empty();
  }

  private static IllegalArgumentException noFunction(KernelFunctionObject function) {
    return new IllegalArgumentException(
        function.getClass().getName()
            + " models no function of the kernel: implement one of the interfaces that"
            + " KernelFunctions lists");
  }

  private <T extends KernelFunctionObject> T function(Class<T> type) {
    return type.cast(functions.get(type));
  }

  @Override
  public GetDirtyLog getDirtyLog() {
    return getDirtyLog;
  }

  @Override
  public MarkPageDirty markPageDirty() {
    return markPageDirty;
  }

  @Override
  public WriteProtectPtMasked writeProtectPtMasked() {
    return writeProtectPtMasked;
  }

  @Override
  public FlushRemoteTlbs flushRemoteTlbs() {
    return flushRemoteTlbs;
  }

  @Override
  public PageFault pageFault() {
    return pageFault;
  }

  @Override
  public FastPageFault fastPageFault() {
    return fastPageFault;
  }

  @Override
  public SetSpte setSpte() {
    return setSpte;
  }

  @Override
  public MmuSpteUpdate mmuSpteUpdate() {
    return mmuSpteUpdate;
  }

  @Override
  public MmuNotifierRetry mmuNotifierRetry() {
    return mmuNotifierRetry;
  }

  @Override
  public VcpuEnterGuest vcpuEnterGuest() {
    return vcpuEnterGuest;
  }

  @Override
  public WriteGuest writeGuest() {
    return writeGuest;
  }

  @Override
  public SetUserMemoryRegion setUserMemoryRegion() {
    return setUserMemoryRegion;
  }

  @Override
  public String toString() {
    return name;
  }
}
