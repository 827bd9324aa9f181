package vigie.text.sighting;

import org.jspecify.annotations.Nullable;
import vigie.text.checksum.Base58;
import vigie.text.checksum.Bech32;
import vigie.text.checksum.Ethereum;
import vigie.text.checksum.IbanLengths;
import vigie.text.checksum.Mod97;

/// Codes of letters and digits that carry a checksum: IBAN, Bitcoin, Ethereum.
final class Codes {
    private static final int LONGEST_BASE58 = 35;
    private static final int LONGEST_BECH32 = 90;

    private final Finds finds;
    private final String s;

    Codes(Finds finds) {
        this.finds = finds;
        this.s = finds.s();
    }

    /// Adds the code that a digit at `i` is the first digit of; returns its end, or -1.
    int at(int i) {
        if (i >= finds.free() + 2 && Chars.opens(s, i - 2)) {
            int end = isPair(i - 2) ? iban(i - 2) : -1;
            return end < 0 && s.charAt(i) == '1' ? segwit(i - 2) : end;
        }
        if (!Chars.opens(s, i)) {
            return -1;
        }
        if (s.charAt(i) == '0') {
            return ethereum(i);
        }
        return s.charAt(i) == '1' || s.charAt(i) == '3' ? base58(i) : -1;
    }

    private boolean isPair(int from) {
        return Chars.isLatin(s.charAt(from)) && Chars.isLatin(s.charAt(from + 1));
    }

    private int iban(int from) {
        String country = s.substring(from, from + 2).toUpperCase(java.util.Locale.ROOT);
        int length = IbanLengths.of(country);
        if (length == 0) {
            return -1;
        }
        StringBuilder iban = new StringBuilder(country);
        int i = from + 2;
        while (iban.length() < length && i < s.length()) {
            char c = s.charAt(i);
            if (Chars.isAlnum(c)) {
                iban.append(Character.toUpperCase(c));
            } else if (!isGap(c) || i + 1 >= s.length() || !Chars.isAlnum(s.charAt(i + 1))) {
                break;
            }
            i++;
        }
        boolean digits = iban.length() > 3 && Chars.isDigit(iban.charAt(3));
        return digits
                        && iban.length() == length
                        && Chars.closes(s, i)
                        && Mod97.holdsForIban(iban.toString())
                ? finds.add(SightingKind.IBAN, iban.toString(), country, from, i)
                : -1;
    }

    static boolean isGap(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u2009' || c == '\u202F' || c == '-';
    }

    private int segwit(int from) {
        String network = network(Chars.lower(s.substring(from, from + 2)));
        int i = from + 3;
        while (network != null
                && i < s.length()
                && i - from <= LONGEST_BECH32
                && Bech32.has(Character.toLowerCase(s.charAt(i)))) {
            i++;
        }
        boolean holds =
                network != null
                        && i - from > 13
                        && Chars.closes(s, i)
                        && Bech32.isAddress(s.substring(from, i));
        return holds && network != null
                ? finds.add(
                        SightingKind.BITCOIN, Chars.lower(s.substring(from, i)), network, from, i)
                : -1;
    }

    private static @Nullable String network(String prefix) {
        return switch (prefix) {
            case "bc" -> "main";
            case "tb" -> "test";
            default -> null;
        };
    }

    private int base58(int from) {
        int i = from;
        while (i < s.length() && i - from <= LONGEST_BASE58 && Base58.has(s.charAt(i))) {
            i++;
        }
        int version =
                i - from >= 25 && i - from <= LONGEST_BASE58 && Chars.closes(s, i)
                        ? Base58.version(s.substring(from, i))
                        : -1;
        return version == 0 || version == 5
                ? finds.add(SightingKind.BITCOIN, s.substring(from, i), "main", from, i)
                : -1;
    }

    private int ethereum(int from) {
        int end = from + 2 + Ethereum.DIGITS;
        if (end > s.length() || (s.charAt(from + 1) | 32) != 'x' || !Chars.closes(s, end)) {
            return -1;
        }
        for (int i = from + 2; i < end; i++) {
            if (Chars.hex(s.charAt(i)) < 0) {
                return -1;
            }
        }
        String address = "0x" + s.substring(from + 2, end);
        String value = Ethereum.checksummed(address);
        if (Ethereum.isUnmarked(address) && !value.equals(address)) {
            return finds.add(SightingKind.ETHEREUM, value, "", from, end, Flag.UNCHECKED);
        }
        return value.equals(address) ? finds.add(SightingKind.ETHEREUM, value, "", from, end) : -1;
    }
}
