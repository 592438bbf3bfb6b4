/** One offence each: every rule must refuse its own. */
package org.lostbit.model.rules.bad;
