/** Stands for vmm. */
package org.lostbit.model.rules.bad.arrows.vmm;
