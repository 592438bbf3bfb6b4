/** What all engines have in common. */
package org.lostbit.claims.engine;
