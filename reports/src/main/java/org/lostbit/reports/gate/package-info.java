/** The gate: a pure function from claims and verdict files to a judgement and an exit code. */
package org.lostbit.reports.gate;
