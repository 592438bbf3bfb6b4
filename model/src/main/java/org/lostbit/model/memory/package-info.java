/**
 * The memory seam: all that modelled threads share, and every operation on it, with the kernel's
 * names and strengths. The same model code runs on the JVM itself and under an explorer.
 */
package org.lostbit.model.memory;
