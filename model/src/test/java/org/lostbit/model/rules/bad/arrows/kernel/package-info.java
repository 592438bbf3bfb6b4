/** Stands for kernel. */
package org.lostbit.model.rules.bad.arrows.kernel;
