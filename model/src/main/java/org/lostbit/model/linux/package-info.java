/** The primitives of Linux that KVM is built on, each with its specification. */
package org.lostbit.model.linux;
