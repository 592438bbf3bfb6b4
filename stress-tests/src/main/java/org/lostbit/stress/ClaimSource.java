package org.lostbit.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lostbit.claims.Catalogue;
import org.lostbit.claims.Claim;

/** Where a JVM of this engine finds claims by their keys. */
final class ClaimSource {
  /**
   * The property that names a class whose objects supply claims instead of the catalogue; it is a
   * {@code Supplier<List<Claim>>} with a constructor without parameters. For tests of the engine.
   */
  static final String PROPERTY = "lostbit.stress.claims";

  private final List<Claim> claims;

  private ClaimSource(List<Claim> claims) {
    this.claims = List.copyOf(claims);
  }

  /**
   * The claims of this JVM: the catalogue, or what the property says, and those of the self-check.
   */
  static ClaimSource ofThisJvm() {
    String supplier = System.getProperty(PROPERTY, "");
    List<Claim> claims =
        new ArrayList<>(supplier.isEmpty() ? Catalogue.claims() : suppliedBy(supplier));
    claims.addAll(Twin.claims());
    return new ClaimSource(claims);
  }

  /** These claims. */
  static ClaimSource of(List<Claim> claims) {
    return new ClaimSource(claims);
  }

  private static List<Claim> suppliedBy(String supplier) {
    try {
      Object made = Class.forName(supplier).getDeclaredConstructor().newInstance();
      List<Claim> claims = new ArrayList<>();
      for (Object claim : (List<?>) ((Supplier<?>) made).get()) {
        claims.add((Claim) claim);
      }
      return claims;
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          PROPERTY + "=" + supplier + " names no class that supplies claims", e);
    }
  }

  /** All claims. */
  List<Claim> claims() {
    return claims;
  }

  /** The claim called {@code key}, if there is one. */
  Optional<Claim> find(String key) {
    return claims.stream().filter(claim -> claim.key().equals(key)).findFirst();
  }

  /** The claim called {@code key}. */
  Claim claim(String key) {
    return find(key)
        .orElseThrow(() -> new IllegalArgumentException("there is no claim \"" + key + "\""));
  }
}
