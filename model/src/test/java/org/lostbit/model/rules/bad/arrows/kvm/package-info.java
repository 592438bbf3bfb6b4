/** Stands for kvm. */
package org.lostbit.model.rules.bad.arrows.kvm;
