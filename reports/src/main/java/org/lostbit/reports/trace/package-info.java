/** Counterexamples as text that a person can read and mail. */
package org.lostbit.reports.trace;
