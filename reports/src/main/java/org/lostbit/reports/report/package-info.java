/** The race report: one set of facts, written as a page, as JSON and as a table. */
package org.lostbit.reports.report;
