/** User space, as QEMU does it: live migration and the pause of the guest. */
package org.lostbit.model.vmm;
