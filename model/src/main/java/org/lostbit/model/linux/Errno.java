package org.lostbit.model.linux;

/** The error numbers that ioctls return, negated (include/uapi/asm-generic/errno-base.h). */
public final class Errno {
  /** No such entry. */
  public static final int ENOENT = 2;

  /** Interrupted. */
  public static final int EINTR = 4;

  /** Out of memory. */
  public static final int ENOMEM = 12;

  /** Bad address. */
  public static final int EFAULT = 14;

  /** Already exists. */
  public static final int EEXIST = 17;

  /** Invalid argument. */
  public static final int EINVAL = 22;

  private Errno() {}

  /** The name of what an ioctl returned: {@code 0}, {@code ENOENT}, ... */
  public static String name(int result) {
    return switch (-result) {
      case 0 -> "0";
      case ENOENT -> "ENOENT";
      case EINTR -> "EINTR";
      case ENOMEM -> "ENOMEM";
      case EFAULT -> "EFAULT";
      case EEXIST -> "EEXIST";
      case EINVAL -> "EINVAL";
      default -> "errno " + -result;
    };
  }
}
