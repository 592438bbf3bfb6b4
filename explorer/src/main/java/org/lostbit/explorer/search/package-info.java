/** Searches over behaviour trees, and the memory models that say what a tree's operations meet. */
package org.lostbit.explorer.search;
