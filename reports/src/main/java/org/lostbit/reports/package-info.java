/** The command line. */
package org.lostbit.reports;
