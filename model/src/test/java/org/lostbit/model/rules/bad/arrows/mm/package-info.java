/** Stands for mm. */
package org.lostbit.model.rules.bad.arrows.mm;
