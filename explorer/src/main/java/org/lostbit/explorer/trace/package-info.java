/** Executions for people: counterexamples, schedule strings and their replay. */
package org.lostbit.explorer.trace;
