package vigie.text.sighting;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vigie.text.checksum.Luhn;
import vigie.text.checksum.Mod97;

/// Numbers of digits alone: cards, Tunisian accounts, devices, telephones.
final class Numbers {
    private static final int CARD_DIGITS = 20;
    private static final int PHONE_DIGITS = 15;
    private static final int RIB_DIGITS = 20;
    private static final int IMEI_DIGITS = 15;

    /// How far before a number the word may stand that says what it is.
    private static final int NEAR = 32;

    /// A number that is none costs a look-up in the numbering plans; so many characters must have
    /// gone by for each, and a text can afford some at its start.
    private static final int CHARACTERS_A_LOOKUP = 8;

    private static final int LOOKUPS_AT_ONCE = 12;

    private final Finds finds;
    private final String s;
    private final Phones phones;
    private final Digits digits;
    private int lookups;

    Numbers(Finds finds, Phones phones) {
        this.finds = finds;
        this.s = finds.s();
        this.phones = phones;
        this.digits = new Digits(s);
    }

    /// Adds the number that begins with the plus at `from`; returns where to look on.
    int plus(int from) {
        if (from > 0 && (Chars.isWord(s.charAt(from - 1)) || s.charAt(from - 1) == '+')) {
            return from + 1;
        }
        boolean inside = from > finds.free() && s.charAt(from - 1) == '(';
        int start = s.startsWith(" ", from + 1) ? from + 2 : from + 1;
        digits.read(start, PHONE_DIGITS);
        boolean closed = digits.count > 1 && s.startsWith(")", digits.end(1));
        int end = international(inside && closed ? from - 1 : from, start);
        return end < 0 ? from + 1 : end;
    }

    /// Adds the number that begins with the parenthesis at `from`: `(202) 555-0123`, `(+33)6…`.
    int parenthesis(int from) {
        boolean digit = from + 1 < s.length() && Chars.isDigit(s.charAt(from + 1));
        if (!digit || !Chars.opens(s, from)) {
            return from + 1;
        }
        digits.read(from, CARD_DIGITS);
        int close = digits.count > 1 ? digits.end(1) : -1;
        int end = close > 0 && s.startsWith(")", close) ? national(from) : -1;
        return end < 0 ? from + 1 : end;
    }

    /// Adds the number that begins with the digit at `from`; returns its end, or -1.
    int digit(int from) {
        if (isInside(from) || isShort(from)) {
            return -1;
        }
        digits.read(from, CARD_DIGITS);
        if (digits.count == 0) {
            return -1;
        }
        int end = device(from);
        end = end < 0 ? card(from) : end;
        end = end < 0 ? rib(from) : end;
        if (end < 0 && digits.isShaped(4, 4, 4, 4)) {
            return digits.end(4);
        }
        if (end < 0 && s.startsWith("00", from) && !s.startsWith("000", from)) {
            end = international(from, from + 2);
        }
        return end < 0 ? national(from) : end;
    }

    /// Whether so few digits stand here, and none in a group behind them, that nothing is counted.
    private boolean isShort(int from) {
        int limit = Math.min(s.length(), from + 7);
        int i = from;
        while (i < limit && Chars.isDigit(s.charAt(i))) {
            i++;
        }
        return i < limit ? !Digits.isGap(s.charAt(i)) : i == s.length() && i < from + 7;
    }

    private boolean isInside(int from) {
        return from > 1
                && ".-:,".indexOf(s.charAt(from - 1)) >= 0
                && Chars.isDigit(s.charAt(from - 2))
                && from - 2 >= finds.free();
    }

    private int device(int from) {
        int groups = digits.isShaped(2, 6, 6, 1) || digits.isShaped(6, 2, 6, 1) ? 4 : 1;
        if (digits.total(groups) != IMEI_DIGITS || !digits.closes(groups)) {
            return -1;
        }
        String before = s.substring(Math.max(0, from - NEAR), from).toUpperCase(Locale.ROOT);
        boolean said = before.contains("IMEI") || groups == 4 && digits.isEven(4);
        return said && Luhn.holds(digits.first(groups))
                ? finds.add(SightingKind.IMEI, digits.first(groups), "", from, digits.end(groups))
                : -1;
    }

    private int card(int from) {
        int groups = cardGroups();
        if (groups == 0 || !digits.closes(groups) || !digits.isEven(groups)) {
            return -1;
        }
        String number = digits.first(groups);
        String scheme = Cards.scheme(number);
        return scheme == null
                ? -1
                : finds.card(Cards.masked(number), scheme, from, digits.end(groups));
    }

    private int cardGroups() {
        if (digits.isShaped(4, 4, 4, 4)) {
            boolean more = digits.count > 4 && digits.length(4) == 3;
            return more && Cards.scheme(digits.first(5)) != null ? 5 : 4;
        }
        if (digits.isShaped(4, 6, 5) || digits.isShaped(4, 6, 4)) {
            return 3;
        }
        return digits.length(0) >= 14 && digits.length(0) <= 19 ? 1 : 0;
    }

    private int rib(int from) {
        for (int groups = 1; groups <= digits.count; groups++) {
            if (digits.total(groups) == RIB_DIGITS) {
                return digits.isEven(groups)
                                && digits.closes(groups)
                                && Mod97.holdsForTunisianRib(digits.first(groups))
                        ? finds.add(
                                SightingKind.TUNISIAN_RIB,
                                digits.first(groups),
                                "TN",
                                from,
                                digits.end(groups))
                        : -1;
            }
        }
        return -1;
    }

    private int international(int from, int start) {
        digits.read(start, PHONE_DIGITS);
        if (digits.count == 0 || digits.digits.charAt(0) == '0') {
            return -1;
        }
        if (digits.hasTrunk()) {
            digits.drop(1);
        }
        for (int groups = digits.count; groups > 0 && digits.total(groups) > 6; groups--) {
            if (digits.total(groups) <= PHONE_DIGITS && digits.closes(groups) && affordable(from)) {
                Phones.Phone phone = phones.international(digits.first(groups));
                if (phone != null) {
                    return add(phone, from, groups);
                }
            }
        }
        for (int groups = 1; groups <= digits.count; groups++) {
            int total = digits.total(groups);
            if (total >= 8 && total <= PHONE_DIGITS && digits.closes(groups) && affordable(from)) {
                Phones.Phone phone = phones.possible(digits.first(groups));
                return phone == null ? -1 : add(phone, from, groups);
            }
        }
        return -1;
    }

    private int national(int from) {
        if (!phones.hasRegions() || digits.isDay(digits.count)) {
            return -1;
        }
        for (int groups = Math.min(digits.count, 6); groups > 0; groups--) {
            int total = digits.total(groups);
            if (total > 6
                    && total <= PHONE_DIGITS
                    && !isSingles(groups)
                    && digits.closes(groups)
                    && !digits.isDay(groups)
                    && affordable(from)) {
                Phones.Phone phone = phones.national(digits.first(groups));
                if (phone != null) {
                    return add(phone, from, groups);
                }
            }
        }
        return -1;
    }

    /// Whether a group after the first is a single digit, which no plan writes.
    private boolean isSingles(int groups) {
        for (int i = 1; i < groups; i++) {
            if (digits.length(i) == 1) {
                return true;
            }
        }
        return false;
    }

    private boolean affordable(int at) {
        return lookups++ < LOOKUPS_AT_ONCE + at / CHARACTERS_A_LOOKUP;
    }

    private int add(Phones.@Nullable Phone phone, int from, int groups) {
        if (phone == null) {
            return -1;
        }
        lookups = Math.max(0, lookups - 4);
        return finds.add(
                SightingKind.PHONE,
                phone.value(),
                phone.region(),
                from,
                digits.end(groups),
                phone.flags().toArray(new Flag[0]));
    }
}
