package vigie.text.checksum;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Base58Check, in which older Bitcoin addresses are written: bytes, of which the last four are the
/// start of the double SHA-256 of the others.
public final class Base58 {
    private static final String ALPHABET =
            "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// A version, 20 bytes and the checksum.
    private static final int ADDRESS = 25;

    private Base58() {}

    /// Whether a character can stand in Base58.
    public static boolean has(char c) {
        return ALPHABET.indexOf(c) >= 0;
    }

    /// The version of the address that a text is, or -1 where it is none or its checksum fails.
    public static int version(String text) {
        byte[] bytes = decoded(text);
        if (bytes == null) {
            return -1;
        }
        byte[] sum = sha256(sha256(Arrays.copyOf(bytes, ADDRESS - 4)));
        return Arrays.equals(sum, 0, 4, bytes, ADDRESS - 4, ADDRESS) ? bytes[0] & 0xFF : -1;
    }

    private static byte @Nullable [] decoded(String text) {
        byte[] bytes = new byte[ADDRESS];
        int zeros = 0;
        for (int i = 0; i < text.length(); i++) {
            int carry = ALPHABET.indexOf(text.charAt(i));
            if (carry < 0) {
                return null;
            }
            zeros += carry == 0 && zeros == i ? 1 : 0;
            for (int k = ADDRESS - 1; k >= 0; k--) {
                carry += 58 * (bytes[k] & 0xFF);
                bytes[k] = (byte) carry;
                carry >>= 8;
            }
            if (carry != 0) {
                return null;
            }
        }
        int leading = 0;
        while (leading < ADDRESS && bytes[leading] == 0) {
            leading++;
        }
        return leading == zeros ? bytes : null;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java has SHA-256", every);
        }
    }
}
