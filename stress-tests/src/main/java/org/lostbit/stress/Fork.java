package org.lostbit.stress;

import org.lostbit.claims.Claim;

/** What one forked JVM works on: said by system properties, because jcstress makes the objects. */
final class Fork {
  /** The property that names the claim by its key. */
  static final String CLAIM_PROPERTY = "lostbit.stress.claim";

  /** The claim of this JVM. */
  static final Claim CLAIM = ClaimSource.ofThisJvm().claim(System.getProperty(CLAIM_PROPERTY, ""));

  /** Ends this JVM when its threads hang. */
  static final Watch WATCH = Watch.start(CLAIM.threads().size());

  /** How far apart the threads of a sample start. */
  static final Stagger STAGGER = new Stagger(CLAIM.threads().size());

  /** The texts of violations and failures seen in this JVM. */
  static final Texts TEXTS = new Texts();

  private Fork() {}
}
