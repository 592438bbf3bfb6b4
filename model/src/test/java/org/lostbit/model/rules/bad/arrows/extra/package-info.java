/** Stands for extra. */
package org.lostbit.model.rules.bad.arrows.extra;
