/** The pages of {@code docs/} that are made from the code of the model. */
package org.lostbit.model.docs;
