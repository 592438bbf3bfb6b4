package org.lostbit.claims;

/**
 * Where a planted bug comes from.
 *
 * @param id its number in the list of historic bugs, such as {@code K01}
 * @param name its cause in words
 * @param fixedBy the commit that mended it in Linux; empty if it never was a bug of Linux
 * @param base the kernel that it is planted in
 */
public record PlantedBug(String id, String name, String fixedBy, String base) {}
