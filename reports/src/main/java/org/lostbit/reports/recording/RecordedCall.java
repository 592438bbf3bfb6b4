package org.lostbit.reports.recording;

import java.util.Locale;

/** One call line of a recording. */
public sealed interface RecordedCall {
  /** What all call lines begin with. */
  Head head();

  /** The result's text: {@code 0}, a positive number, or the name of an errno. */
  String result();

  /**
   * The columns before the ioctl's name.
   *
   * @param line the line of the file
   * @param sequence the number of the call
   * @param micros since the process began
   * @param running how many threads were inside KVM_RUN
   * @param runs how many calls of KVM_RUN had begun
   */
  record Head(int line, long sequence, long micros, long running, long runs) {
    /** The time as the file writes it. */
    String time() {
      return seconds(micros);
    }

    static String seconds(long micros) {
      return String.format(Locale.ROOT, "%d.%06d", micros / 1_000_000, micros % 1_000_000);
    }
  }

  /**
   * {@code KVM_SET_USER_MEMORY_REGION}.
   *
   * @param slot its number
   * @param flags see {@link #LOG} and {@link #READONLY}
   * @param gpa guest address in bytes
   * @param size in bytes
   * @param hva host address in bytes
   */
  record SetRegion(Head head, int slot, long flags, long gpa, long size, long hva, String result)
      implements RecordedCall {
    /** {@code KVM_MEM_LOG_DIRTY_PAGES}. */
    static final long LOG = 1;

    /** {@code KVM_MEM_READONLY}: bit 1 is the kernel's own before that flag came. */
    static final long READONLY = 2;

    private static final int PAGE_SHIFT = 12;

    /** The pages of the slot; a part of a page counts as none. */
    long npages() {
      return size >>> PAGE_SHIFT;
    }

    /** The first guest frame. */
    long baseGfn() {
      return gpa >> PAGE_SHIFT;
    }

    /** The first page of the host's. */
    long hvaPage() {
      return hva >> PAGE_SHIFT;
    }

    /** Whether the kernel logs what the guest stores. */
    boolean logs() {
      return (flags & LOG) != 0;
    }

    /** Whether guest stores leave to user space instead of dirtying a page. */
    boolean isReadOnly() {
      return (flags & READONLY) != 0;
    }

    /** Whether the call removes the slot. */
    boolean isDeletion() {
      return size == 0;
    }
  }

  /**
   * {@code KVM_GET_DIRTY_LOG}.
   *
   * @param npages the pages of the slot, as the recorder knew them
   * @param dirty how many bits it says there are; 0 after an error
   * @param pages the bits, as pages of the slot
   */
  record GetLog(Head head, int slot, long npages, long dirty, PageRanges pages, String result)
      implements RecordedCall {}

  /**
   * A call that sets the machine up and is not executed by the model.
   *
   * @param name the ioctl
   * @param capability of {@code CHECK_EXTENSION} and {@code ENABLE_CAP}; else -1
   * @param argument the capability's first argument; else 0
   */
  record SetUp(Head head, String name, int capability, long argument, String result)
      implements RecordedCall {
    static final String CHECK_EXTENSION = "CHECK_EXTENSION";
    static final String ENABLE_CAP = "ENABLE_CAP";
    static final String CREATE_VM = "CREATE_VM";
    static final String CREATE_VCPU = "CREATE_VCPU";

    boolean is(String ioctl) {
      return name.equals(ioctl);
    }
  }

  /**
   * A retrieval that is not {@code KVM_GET_DIRTY_LOG}.
   *
   * @param name the ioctl
   */
  record OtherRetrieval(Head head, String name, String result) implements RecordedCall {}
}
