/** What the rules must refuse. */
package org.lostbit.architecture.bad;
