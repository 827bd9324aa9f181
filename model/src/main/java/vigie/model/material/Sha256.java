package vigie.model.material;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of some bytes (FIPS 180-4), in lower-case hexadecimal; the only name evidence has
/// in this system. It says that bytes are the same, never what they are.
public record Sha256(String hex) implements Comparable<Sha256> {
    public Sha256 {
        if (hex.length() != 64 || !hex.chars().allMatch(Sha256::isLowerHex)) {
            throw new IllegalArgumentException("not a SHA-256: " + hex);
        }
    }

    /// The digest of `bytes`.
    public static Sha256 of(byte[] bytes) {
        return ofDigest(digest().digest(bytes));
    }

    /// Names an already computed digest of 32 bytes.
    public static Sha256 ofDigest(byte[] digest) {
        return new Sha256(HexFormat.of().formatHex(digest));
    }

    /// A fresh SHA-256 computation.
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    /// The 32 bytes of the digest.
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public int compareTo(Sha256 other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }

    private static boolean isLowerHex(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }
}
