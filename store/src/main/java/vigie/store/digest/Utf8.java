package vigie.store.digest;

import java.nio.charset.StandardCharsets;

/// Text as rows and digests hold it: UTF-8, in which U+FFFD stands for what neither PostgreSQL nor
/// RFC 8785 can hold, the NUL character and unpaired surrogates. The original stands in the
/// exhibit; lengths in UTF-16 units stay.
public final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /// The bytes of a text.
    public static byte[] of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return clean(text, bytes) ? bytes : repaired(text).getBytes(StandardCharsets.UTF_8);
    }

    /// The same text, as a row gives it back.
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return repaired(text);
            }
        }
        return text;
    }

    /// Whether the platform's encoding, which writes `?` for an unpaired surrogate, is the text.
    private static boolean clean(String text, byte[] bytes) {
        if (bytes.length == text.length()) {
            for (int i = 0; i < bytes.length; i++) {
                byte b = bytes[i];
                if (b == 0 || b == '?' && text.charAt(i) != '?') {
                    return false;
                }
            }
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static String repaired(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < chars.length
                            && Character.isLowSurrogate(chars[i + 1]);
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                chars[i] = REPLACEMENT;
            }
        }
        return new String(chars);
    }
}
