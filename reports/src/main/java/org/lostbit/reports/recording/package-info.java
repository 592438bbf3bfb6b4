/**
 * Recordings of a real migration's KVM calls, read and replayed on the model.
 *
 * <p>{@link org.lostbit.reports.recording.Replay} executes the calls of one section by the kernel
 * functions of the model and refuses a recording that no run of the kernel can have left.
 */
package org.lostbit.reports.recording;
