/** KVM's structures and functions for memory slots, faults and dirty logging, as in x86 Linux. */
package org.lostbit.model.kvm;
