package vigie.casework.user.secret;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Codes that stand in for an authenticator that is lost: ten, of 50 random bits each, shown once.
public final class RecoveryCodes {
    private static final int COUNT = 10;

    /// Thirty-two, none of which is read as another.
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    /// Ten fresh codes, as they are printed.
    public static List<String> random() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            StringBuilder code = new StringBuilder(LENGTH + 1);
            for (int j = 0; j < LENGTH; j++) {
                code.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
            }
            codes.add(code.insert(LENGTH / 2, '-').toString());
        }
        return codes;
    }

    /// A code as it is compared: either case, with or without hyphen and spaces, `o` for `0`, `i`
    /// and `l` for `1`.
    static String plain(String typed) {
        return typed.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
    }
}
