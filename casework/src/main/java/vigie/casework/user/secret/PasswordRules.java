package vigie.casework.user.secret;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// Which passwords are taken: long ones, of any characters. Nothing is asked of their composition,
/// and none expires.
public final class PasswordRules {
    /// In characters; below this, words fall to guessing once hash and key are lost.
    public static final int SHORTEST = 12;

    /// In characters; above this, comparing would be a way to keep the machine busy.
    public static final int LONGEST = 200;

    /// Fewer different characters than this are a repetition.
    private static final int DIFFERENT = 5;

    /// Why a password is not taken.
    public enum Problem {
        SHORT,
        LONG,
        /// It has a character that no keyboard types, such as a control character.
        UNTYPABLE,
        /// It is the user's own name, or their name makes most of it.
        NAME,
        /// It repeats a few characters, or counts up or down.
        REPEATED
    }

    private PasswordRules() {}

    /// What is hashed: every kind of space as a space, and NFC, as RFC 8265 prepares an
    /// OpaqueString, so that one password typed on two machines is one.
    public static String prepared(String typed) {
        StringBuilder spaced = new StringBuilder(typed.length());
        typed.codePoints()
                .map(c -> Character.getType(c) == Character.SPACE_SEPARATOR ? ' ' : c)
                .forEach(spaced::appendCodePoint);
        return Normalizer.normalize(spaced, Normalizer.Form.NFC);
    }

    /// What speaks against a new password, if anything.
    ///
    /// @param names of its user, none of which may make most of it
    public static Optional<Problem> problem(String typed, String... names) {
        String password = prepared(typed);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Problem.SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Problem.LONG);
        }
        if (password.codePoints().anyMatch(PasswordRules::untypable)) {
            return Optional.of(Problem.UNTYPABLE);
        }
        String plain = plain(password);
        for (String name : names) {
            String own = plain(name);
            if (own.length() > 2 && plain.replace(own, "").length() < SHORTEST / 2) {
                return Optional.of(Problem.NAME);
            }
        }
        return repeated(password) ? Optional.of(Problem.REPEATED) : Optional.empty();
    }

    private static boolean untypable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    /// Without case, spaces and the marks that stand between the parts of a name.
    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[\\s.,_-]", "");
    }

    private static boolean repeated(String password) {
        int[] c = password.toLowerCase(Locale.ROOT).codePoints().toArray();
        long steps = 0;
        for (int i = 1; i < c.length; i++) {
            if (Math.abs(c[i] - c[i - 1]) <= 1) {
                steps++;
            }
        }
        boolean counts = steps * 4 > (c.length - 1) * 3L;
        return counts || java.util.Arrays.stream(c).distinct().count() < DIFFERENT;
    }
}
