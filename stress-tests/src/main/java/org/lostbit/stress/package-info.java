/** The jcstress engine: every claim of two to four threads on real cores, one claim per fork. */
package org.lostbit.stress;
