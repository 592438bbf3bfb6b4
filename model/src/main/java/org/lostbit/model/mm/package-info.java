/** The host's memory management: pages, page tables and what becomes of them. */
package org.lostbit.model.mm;
