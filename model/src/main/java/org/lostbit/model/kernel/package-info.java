/** Kernels: the eras of Linux and what is proposed for it, each a value. */
package org.lostbit.model.kernel;
