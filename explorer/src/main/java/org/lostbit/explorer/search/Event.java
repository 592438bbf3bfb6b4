package org.lostbit.explorer.search;

import org.lostbit.explorer.tree.Node;

/**
 * One operation of an execution.
 *
 * @param thread who did it
 * @param node the operation
 * @param choice which of its ways it took
 * @param before the cell's value before
 * @param after the cell's value after
 * @param visible whether others can tell when it happens
 */
public record Event(int thread, Node node, int choice, long before, long after, boolean visible) {}
