/** The engines beside the command line: how they are found, run, and what they leave behind. */
package org.lostbit.reports.engines;
