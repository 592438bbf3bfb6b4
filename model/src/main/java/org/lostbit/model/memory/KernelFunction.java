package org.lostbit.model.memory;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The C function that a method models: where it stands in the kernel's source and its numbered
 * steps. The cross-reference, traces and {@code explain} are made from it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface KernelFunction {
  /** The C function's name; user-space functions of QEMU are written {@code qemu: name}. */
  String name();

  /** The source file, relative to the kernel tree. */
  String file();

  /** The first version that has it in this form. */
  String since();

  /** The last version that has it in this form; empty if it still has. */
  String until() default "";

  /**
   * The steps, each "number, blank, C text": {@code "5b mask = xchg(&dirty_bitmap[i], 0)"}. The
   * code announces a step by {@link Actor#step}.
   */
  String[] steps() default {};

  /** Where the model's steps are larger or smaller than C's, and why that is right. */
  String differs() default "";
}
