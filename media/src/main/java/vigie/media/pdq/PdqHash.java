package vigie.media.pdq;

import java.util.HexFormat;

/// The PDQ hash of a picture: 256 bits. Two pictures are alike where few bits differ; that they are
/// alike is never proof that they show the same.
///
/// @param w0 the most significant 64 bits, those that the hexadecimal form starts with
/// @param w3 the least significant 64 bits
public record PdqHash(long w0, long w1, long w2, long w3) {
    private static final int DIGITS = 64;

    /// The hash that 64 hexadecimal digits write.
    ///
    /// @throws IllegalArgumentException if they are none
    public static PdqHash of(String hex) {
        if (hex.length() != DIGITS) {
            throw new IllegalArgumentException("not a PDQ hash: " + hex);
        }
        return new PdqHash(
                HexFormat.fromHexDigitsToLong(hex, 0, 16),
                HexFormat.fromHexDigitsToLong(hex, 16, 32),
                HexFormat.fromHexDigitsToLong(hex, 32, 48),
                HexFormat.fromHexDigitsToLong(hex, 48, 64));
    }

    /// How many bits differ, 0 to 256.
    public int distance(PdqHash other) {
        return Long.bitCount(w0 ^ other.w0)
                + Long.bitCount(w1 ^ other.w1)
                + Long.bitCount(w2 ^ other.w2)
                + Long.bitCount(w3 ^ other.w3);
    }

    /// 64 lower-case hexadecimal digits.
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(w0)
                + hex.toHexDigits(w1)
                + hex.toHexDigits(w2)
                + hex.toHexDigits(w3);
    }
}
