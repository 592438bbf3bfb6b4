/**
 * Claims: scenarios on kernels with the answers expected, above the model and below the engines.
 */
package org.lostbit.claims;
