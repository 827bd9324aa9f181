package vigie.text.checksum;

/// Remainders by 97 of long numbers (ISO/IEC 7064), and the account numbers that rest on them.
public final class Mod97 {
    private static final int RIB_LENGTH = 20;

    private Mod97() {}

    /// The remainder of a number whose letters stand for 10 to 35, or -1 where it has other signs.
    public static int of(CharSequence number) {
        int rest = 0;
        for (int i = 0; i < number.length(); i++) {
            int value = value(number.charAt(i));
            if (value < 0) {
                return -1;
            }
            rest = value > 9 ? (rest * 100 + value) % 97 : (rest * 10 + value) % 97;
        }
        return number.isEmpty() ? -1 : rest;
    }

    private static int value(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
    }

    /// Whether the check digits of an IBAN hold; it is written in capitals without spaces.
    public static boolean holdsForIban(String iban) {
        return iban.length() > 4 && of(iban.substring(4) + iban.substring(0, 4)) == 1;
    }

    /// Whether 20 digits are a Tunisian RIB: bank (2), branch (3), account (13) and the key (2)
    /// that makes the whole a multiple of 97.
    public static boolean holdsForTunisianRib(String digits) {
        int bank = digits.length() == RIB_LENGTH ? of(digits.substring(0, 2)) : -1;
        return bank > 0 && of(digits) == 0 && of(digits.substring(18)) != 0;
    }
}
