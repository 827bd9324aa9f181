package vigie.media.sets.source;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vigie.media.sets.segment.DigestKind;

/// Hexadecimal digits in bytes.
final class Hex {
    private static final byte[] VALUES = values();

    private Hex() {}

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        for (int digit = 0; digit < 16; digit++) {
            char c = Character.forDigit(digit, 16);
            values[c] = (byte) digit;
            values[Character.toUpperCase(c)] = (byte) digit;
        }
        return values;
    }

    static boolean digit(byte b) {
        return VALUES[b & 0xFF] >= 0;
    }

    /// Decodes `length` bytes from twice as many digits; false where one is none.
    static boolean decode(byte[] text, int from, byte[] out, int length) {
        int bad = 0;
        for (int i = 0, at = from; i < length; i++, at += 2) {
            int high = VALUES[text[at] & 0xFF];
            int low = VALUES[text[at + 1] & 0xFF];
            bad |= high | low;
            out[i] = (byte) (high << 4 | low);
        }
        return bad >= 0;
    }

    /// The kind of digest that has so many digits; 64 are a SHA-256, which PDQ looks like too.
    static @Nullable DigestKind kind(int digits) {
        return switch (digits) {
            case 32 -> DigestKind.MD5;
            case 40 -> DigestKind.SHA1;
            case 64 -> DigestKind.SHA256;
            default -> null;
        };
    }

    /// A digest as every set keeps it; null where the text is none of this kind.
    static @Nullable String normal(DigestKind kind, String text) {
        String hex = text.strip().toLowerCase(Locale.ROOT);
        return hex.matches("[0-9a-f]{" + 2 * kind.width() + "}") ? hex : null;
    }
}
