package org.lostbit.model.kvm;

import java.util.Locale;

/** One C function of one kernel, as an object. */
public interface KernelFunctionObject {
  /**
   * The name by which a kernel with this function in place of its own is known: {@code
   * WriteProtectBeforeTake} is {@code write-protect-before-take}.
   */
  default String variantName() {
    return getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
