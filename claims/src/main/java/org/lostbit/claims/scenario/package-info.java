/** How scenarios are written, what they must keep, and how they become runs. */
package org.lostbit.claims.scenario;
