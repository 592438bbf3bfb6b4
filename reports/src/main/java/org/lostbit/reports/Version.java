package org.lostbit.reports;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar says it is. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {"lostbit " + (version == null ? "(not from its jar)" : version)};
  }
}
