package vigie.text.checksum;

import java.util.Locale;

/// Segregated-witness addresses: Bech32 for version 0 (BIP-173), Bech32m for 1 to 16 (BIP-350).
public final class Bech32 {
    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATORS = {
        0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
    };
    private static final int BECH32 = 1;
    private static final int BECH32M = 0x2bc830a3;
    private static final int LONGEST = 90;
    private static final int SUM = 6;

    private Bech32() {}

    /// Whether a lower-case character can stand after the separator.
    public static boolean has(char c) {
        return ALPHABET.indexOf(c) >= 0;
    }

    /// Whether a text is an address of Bitcoin's main (`bc1`) or test network (`tb1`).
    public static boolean isAddress(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int separator = lower.lastIndexOf('1');
        boolean mixed = !text.equals(lower) && !text.equals(text.toUpperCase(Locale.ROOT));
        boolean network = separator == 2 && (lower.startsWith("bc") || lower.startsWith("tb"));
        if (mixed || text.length() > LONGEST || !network) {
            return false;
        }
        int[] data = new int[lower.length() - separator - 1];
        for (int i = 0; i < data.length; i++) {
            data[i] = ALPHABET.indexOf(lower.charAt(separator + 1 + i));
            if (data[i] < 0) {
                return false;
            }
        }
        return data.length > SUM
                && checksum(lower.substring(0, separator), data)
                        == (data[0] == 0 ? BECH32 : BECH32M)
                && isProgram(data);
    }

    /// The checksum of a human-readable part and values, constants of the variants included.
    static int checksum(String prefix, int[] data) {
        int sum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) >> 5);
        }
        sum = step(sum, 0);
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) & 31);
        }
        for (int value : data) {
            sum = step(sum, value);
        }
        return sum;
    }

    private static int step(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATORS.length; i++) {
            next ^= (top >>> i & 1) == 1 ? GENERATORS[i] : 0;
        }
        return next;
    }

    /// Whether the values are a version and a program of a length that the version allows, padded
    /// with fewer than five zero bits.
    private static boolean isProgram(int[] data) {
        int bits = (data.length - SUM - 1) * 5;
        int bytes = bits / 8;
        int padding = bits % 8;
        int last = data[data.length - SUM - 1];
        boolean padded = padding < 5 && (last & (1 << padding) - 1) == 0;
        boolean length = data[0] == 0 ? bytes == 20 || bytes == 32 : bytes >= 2 && bytes <= 40;
        return data[0] <= 16 && padded && length;
    }
}
