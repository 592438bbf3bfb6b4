/** Stands for memory. */
package org.lostbit.model.rules.bad.arrows.memory;
