package org.lostbit.claims;

/**
 * Where a planted bug comes from.
 *
 * @param id its number in the list of historic bugs, such as {@code K01}
 * @param name its cause in words
 * @param fixedBy the commit that mended it in Linux, or in QEMU with {@code qemu:} before it; empty
 *     if it is not known to have been a bug of either
 * @param base the kernel that it is planted in
 */
public record PlantedBug(String id, String name, String fixedBy, String base) {}
