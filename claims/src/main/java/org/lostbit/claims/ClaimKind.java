package org.lostbit.claims;

/** What a claim is for. */
public enum ClaimKind {
  /** The faithful kernel keeps the property. */
  HOLDS("holds"),
  /** The faithful kernel itself breaks the property, as Linux does. */
  STANDING_HOLE("standing-hole"),
  /** One change breaks a kernel that is right without it. */
  PLANTED("planted"),
  /** One change leaves a right kernel right. */
  LEGAL_VARIANT("legal-variant");

  private final String word;

  ClaimKind(String word) {
    this.word = word;
  }

  /** The word that files use. */
  public String word() {
    return word;
  }
}
