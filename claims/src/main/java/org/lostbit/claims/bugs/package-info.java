/** Planted bugs: each is one change to one kernel function, named by its cause. */
package org.lostbit.claims.bugs;
