package vigie.text.checksum;

/// The check digit of payment cards and devices (ISO/IEC 7812-1, annex B).
public final class Luhn {
    private Luhn() {}

    /// Whether the last of some digits is the check digit of those before it.
    public static boolean holds(CharSequence digits) {
        int sum = 0;
        int n = digits.length();
        for (int i = 0; i < n; i++) {
            int digit = digits.charAt(n - 1 - i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            int doubled = (i & 1) == 1 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return n > 1 && sum % 10 == 0;
    }
}
