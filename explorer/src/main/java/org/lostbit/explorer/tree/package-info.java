/**
 * Behaviour trees: what each thread does next, as a function of the values it was answered so far.
 * Nothing here knows which answers a memory model allows.
 */
package org.lostbit.explorer.tree;
