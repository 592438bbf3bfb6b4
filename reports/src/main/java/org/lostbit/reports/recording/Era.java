package org.lostbit.reports.recording;

import java.util.List;
import java.util.Optional;
import org.lostbit.model.kernel.Kernel;
import org.lostbit.model.kvm.KernelFunctionObject;

/**
 * A kernel to replay on, and how far its list of capabilities goes.
 *
 * @param kernel the functions that execute the calls
 * @param release the kernel that it is or derives from, such as {@code v3.5}
 * @param lastCapability the highest {@code KVM_CAP_*} number of include/linux/kvm.h
 */
public record Era(Kernel kernel, String release, int lastCapability) {
  /** Linux v3.5, which ends with {@code KVM_CAP_PPC_GET_SMMU_INFO}. */
  public static final Era V3_5 = new Era(Kernel.V3_5, "v3.5", 78);

  /** Linux v3.6, which ends with {@code KVM_CAP_PPC_ALLOC_HTAB}. */
  public static final Era V3_6 = new Era(Kernel.V3_6, "v3.6", 80);

  private static final List<Era> ALL = List.of(V3_5, V3_6);

  /** The era of a release; empty if there is none of that name. */
  public static Optional<Era> named(String release) {
    return ALL.stream().filter(era -> era.release.equals(release)).findFirst();
  }

  /** The names of all eras. */
  public static List<String> names() {
    return ALL.stream().map(Era::release).toList();
  }

  /** This era with other functions in place of its own. */
  public Era with(KernelFunctionObject... changed) {
    return new Era(kernel.with(changed), release, lastCapability);
  }

  /** The kernel's name. */
  String name() {
    return kernel.name();
  }
}
