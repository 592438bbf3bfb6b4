package org.lostbit.explorer.search;

/**
 * What a search does to see less and miss nothing.
 *
 * @param steps a thread forgets its history between two steps of its program
 * @param classes cells that only one thread touches, or nobody writes, are no scheduling points
 * @param sleep sleep sets
 */
public record Reductions(boolean steps, boolean classes, boolean sleep) {
  /** Everything. */
  public static final Reductions ALL = new Reductions(true, true, true);
}
