/** This project's front end of jcstress; the rest of the package lies in jcstress's own jar. */
package org.openjdk.jcstress;
