package org.lostbit.claims.verdict;

import java.util.Locale;

/**
 * The Java machine and the computer that an engine ran on.
 *
 * @param java the version of the JDK
 * @param vm the virtual machine's name and vendor
 * @param os the operating system and its version
 * @param arch the processor's architecture
 * @param cpus the processors that the JVM may use
 * @param heapMiB the largest heap, in MiB
 * @param seed the master seed of what is random in the run; empty if nothing is
 */
public record JvmEnvironment(
    String java, String vm, String os, String arch, int cpus, long heapMiB, String seed) {

  /** The environment of the calling JVM. */
  public static JvmEnvironment here() {
    return new JvmEnvironment(
        property("java.version"),
        property("java.vm.name") + ", " + property("java.vm.vendor"),
        property("os.name") + " " + property("os.version"),
        property("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        property("lostbit.seed"));
  }

  /** The environment in one line, as reports print it. */
  public String line() {
    return String.format(
        Locale.ROOT, "JDK %s (%s), %s %s, %d CPUs, %d MiB heap", java, vm, os, arch, cpus, heapMiB);
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
