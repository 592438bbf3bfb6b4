/** What may honestly be said about a claim, and the files that carry it from engine to gate. */
package org.lostbit.claims.verdict;
