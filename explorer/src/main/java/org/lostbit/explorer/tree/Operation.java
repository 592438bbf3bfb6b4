package org.lostbit.explorer.tree;

import org.lostbit.model.memory.Order;

/**
 * One operation of a thread, complete and immutable.
 *
 * @param kind what it does
 * @param cell the cell it touches, or -1
 * @param a the first operand: the value stored, the mask, the value expected, the object's identity
 * @param b the second operand: the value stored by a compare-and-exchange
 * @param order how strongly it is ordered; {@code null} where that says nothing
 * @param detail the read-modify-write, the predicate, the barrier, the event or the violation
 */
public record Operation(Kind kind, int cell, long a, long b, Order order, Object detail) {}
