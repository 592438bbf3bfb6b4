/** Stands for linux. */
package org.lostbit.model.rules.bad.arrows.linux;
