package org.lostbit.reports.recording;

import java.util.Optional;

/**
 * Checks of {@code KVM_SET_USER_MEMORY_REGION} that the model's function lacks, because its kernel
 * lacks them or because the model leaves them out. Each answers EINVAL and changes nothing.
 */
final class Refusals {
  private static final long MOST_PAGES = (1L << 31) - 1;
  private static final long KNOWN_FLAGS =
      RecordedCall.SetRegion.LOG | RecordedCall.SetRegion.READONLY;
  private static final int ADDRESS_BITS = 52;

  private Refusals() {}

  /** Why every kernel refuses the call, where the model's function does not ask; else empty. */
  static Optional<String> everywhere(RecordedCall.SetRegion set) {
    if (set.hva() < 0) {
      return Optional.of("a host address in the kernel's half");
    } else if (set.npages() > MOST_PAGES) {
      return Optional.of("2^31 pages or more");
    }
    return Optional.empty();
  }

  /** Why a later kernel refuses the call, where that of the model accepts it; else empty. */
  static Optional<String> later(RecordedCall.SetRegion set, Optional<RecordedSlot> old) {
    if ((set.flags() & ~KNOWN_FLAGS) != 0) {
      return Optional.of("an unknown flag");
    } else if (set.gpa() >>> ADDRESS_BITS != 0) {
      return Optional.of("a guest address of more than 52 bits");
    } else if (old.isEmpty()) {
      return set.isDeletion() ? Optional.of("deletion of an absent slot") : Optional.empty();
    } else if (set.isDeletion()) {
      return Optional.empty();
    } else if (old.get().region().hva() != set.hva()) {
      return Optional.of("another host address");
    } else if (old.get().region().isReadOnly() != set.isReadOnly()) {
      return Optional.of("KVM_MEM_READONLY switched");
    }
    return Optional.empty();
  }
}
