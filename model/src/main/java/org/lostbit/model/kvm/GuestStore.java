package org.lostbit.model.kvm;

/**
 * One store instruction of the guest.
 *
 * @param gfn the frame that it stores to
 * @param version the content that it stores; no other store of the run has it
 */
public record GuestStore(long gfn, long version) {}
