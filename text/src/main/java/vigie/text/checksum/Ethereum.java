package vigie.text.checksum;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Ethereum addresses, whose capitals are a checksum (EIP-55).
public final class Ethereum {
    /// How many hexadecimal digits follow `0x`.
    public static final int DIGITS = 40;

    private Ethereum() {}

    /// An address with the capitals that its digest asks for.
    ///
    /// @param address `0x` and 40 hexadecimal digits
    public static String checksummed(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (lower.length() != DIGITS + 2) {
            throw new IllegalArgumentException("not an Ethereum address: " + address);
        }
        byte[] digest = Keccak.digest(lower.substring(2).getBytes(StandardCharsets.US_ASCII));
        StringBuilder out = new StringBuilder("0x");
        for (int i = 0; i < DIGITS; i++) {
            int half = (i & 1) == 0 ? digest[i / 2] >> 4 & 15 : digest[i / 2] & 15;
            char c = lower.charAt(i + 2);
            out.append(half >= 8 ? Character.toUpperCase(c) : c);
        }
        return out.toString();
    }

    /// Whether an address says nothing by its capitals: all its letters are small, or all capital.
    public static boolean isUnmarked(String address) {
        String digits = address.substring(2);
        return digits.equals(digits.toLowerCase(Locale.ROOT))
                || digits.equals(digits.toUpperCase(Locale.ROOT));
    }
}
