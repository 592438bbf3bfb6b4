/** What holds between the modules. */
package org.lostbit.architecture;
