/** What the code of the model must not do, as rules that other modules use for theirs too. */
package org.lostbit.model.rules;
