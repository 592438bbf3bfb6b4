/** What the memory seam costs over VarHandles written by hand. */
package org.lostbit.benchmarks;
