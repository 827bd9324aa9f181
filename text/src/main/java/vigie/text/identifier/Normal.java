package vigie.text.identifier;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/// The normal forms in which identifiers are compared: compatibility forms composed (NFKC), lower
/// case, digits of all scripts written as 0 to 9 in telephone numbers.
///
/// Lower case joins what some platforms tell apart: two invitation links that differ only in case
/// have one normal form.
public final class Normal {
    /// Longer values are cut: no identifier of any platform is as long.
    public static final int MAX_LENGTH = 1000;

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    private Normal() {}

    /// The normal form of an identifier as somebody wrote it, or "" if nothing remains of it.
    public static String of(IdentifierKind kind, String written) {
        return switch (kind) {
            case HANDLE -> without('@', plain(written));
            case HASHTAG -> without('#', plain(written));
            case EMAIL -> plain(written);
            case URL -> url(written);
            case PHONE -> phone(written);
        };
    }

    private static String plain(String written) {
        String value = NFKC.normalize(cut(written, 4 * MAX_LENGTH)).toLowerCase(Locale.ROOT);
        return cut(value.strip(), MAX_LENGTH);
    }

    private static String cut(String value, int length) {
        return value.length() > length ? value.substring(0, length) : value;
    }

    private static String without(char mark, String value) {
        int i = 0;
        while (i < value.length() && value.charAt(i) == mark) {
            i++;
        }
        return value.substring(i);
    }

    private static String url(String written) {
        String url = plain(written);
        int from = 0;
        for (int before = -1; from != before; ) {
            before = from;
            for (String start : new String[] {"https://", "http://", "www."}) {
                from += url.startsWith(start, from) ? start.length() : 0;
            }
        }
        int to = url.length();
        while (to > from && url.charAt(to - 1) == '/') {
            to--;
        }
        return url.substring(from, to);
    }

    private static String phone(String written) {
        var digits = new StringBuilder();
        boolean plus = false;
        for (int i = 0; i < written.length() && digits.length() < 40; i++) {
            int digit = Character.digit(written.charAt(i), 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            } else if (digits.isEmpty() && PhoneScan.isPlus(written.charAt(i))) {
                plus = true;
            }
        }
        if (!plus && digits.length() > 4 && digits.charAt(0) == '0' && digits.charAt(1) == '0') {
            return "+" + digits.substring(2);
        }
        return plus && !digits.isEmpty() ? "+" + digits : digits.toString();
    }
}
