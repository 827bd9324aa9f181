package vigie.text.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.text.identifier.Found;
import vigie.text.identifier.IdentifierKind;
import vigie.text.identifier.Identifiers;
import vigie.text.identifier.Normal;
import vigie.text.word.Words;

/// What one typed word asks for, judged by its form.
final class Terms {
    private static final int MIN_PHONE = 3;

    private Terms() {}

    static boolean isStar(char c) {
        return c == '*' || c == '＊';
    }

    /// The word without the stars at its end.
    static String withoutStar(String typed) {
        int end = typed.length();
        while (end > 0 && isStar(typed.charAt(end - 1))) {
            end--;
        }
        return typed.substring(0, end);
    }

    /// What a typed word asks for, or null where it holds no word: punctuation.
    static @Nullable Query of(String typed, int at) throws QueryError {
        String word = withoutStar(typed);
        boolean prefix = word.length() < typed.length();
        if (prefix && word.isEmpty()) {
            return new Query.Everything();
        }
        IdentifierKind kind = shape(word);
        if (kind != null) {
            String value = normal(kind, word);
            if (!value.isEmpty()) {
                return new Query.Identifier(kind, value, prefix);
            }
        }
        for (int i = 0; i < word.length(); i++) {
            if (isStar(word.charAt(i))) {
                throw new QueryError(QueryError.Fault.STAR_INSIDE, at + i, typed);
            }
        }
        if (Words.of(word).isEmpty()) {
            return null;
        }
        if (isNational(word)) {
            return new Query.Or(
                    List.of(
                            prefix ? new Query.Prefix(word) : new Query.Phrase(word),
                            new Query.Identifier(
                                    IdentifierKind.PHONE,
                                    Normal.of(IdentifierKind.PHONE, word),
                                    prefix)));
        }
        return prefix ? new Query.Prefix(word) : new Query.Word(word);
    }

    /// The kind of identifier that a word has the form of.
    private static @Nullable IdentifierKind shape(String word) {
        if (word.contains("://")) {
            return IdentifierKind.URL;
        }
        char first = word.charAt(0);
        if (first == '@' || first == '＠') {
            return word.length() > 1 && Character.isLetterOrDigit(word.charAt(1))
                            || isUnderscore(word)
                    ? IdentifierKind.HANDLE
                    : null;
        }
        if (first == '#' || first == '＃') {
            return Identifiers.in(word + "x").stream().anyMatch(f -> f.offset() == 0)
                    ? IdentifierKind.HASHTAG
                    : null;
        }
        if (first == '+' || first == '＋') {
            return digits(word) >= MIN_PHONE && isNumber(word) ? IdentifierKind.PHONE : null;
        }
        List<Found> found = Identifiers.in(word);
        if (!found.isEmpty() && found.getFirst().offset() == 0) {
            IdentifierKind kind = found.getFirst().kind();
            if (kind == IdentifierKind.URL || kind == IdentifierKind.EMAIL) {
                return kind;
            }
        }
        int at = word.indexOf('@');
        return at > 0 && at == word.lastIndexOf('@') ? IdentifierKind.EMAIL : null;
    }

    private static boolean isUnderscore(String word) {
        return word.length() > 1 && word.charAt(1) == '_';
    }

    private static boolean isNational(String word) {
        return Character.digit(word.charAt(0), 10) == 0 && digits(word) >= 6 && isNumber(word);
    }

    /// The telephone number, possibly of several typed words, that starts at a place of the query.
    static @Nullable Found phone(String typed, int at) {
        char c = typed.charAt(at);
        if (c != '+' && c != '＋' && Character.digit(c, 10) != 0) {
            return null;
        }
        int end = Math.min(typed.length(), at + 40);
        List<Found> found = Identifiers.in(typed.substring(at, end));
        if (found.isEmpty()
                || found.getFirst().kind() != IdentifierKind.PHONE
                || found.getFirst().offset() > 0) {
            return null;
        }
        Found phone = found.getFirst();
        int after = at + phone.length();
        return after == typed.length()
                        || Character.isWhitespace(typed.charAt(after))
                        || typed.charAt(after) == ')'
                ? phone
                : null;
    }

    private static int digits(String word) {
        return (int) word.chars().filter(Character::isDigit).count();
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(c -> Character.isDigit(c) || "+＋-. ()".indexOf(c) >= 0);
    }

    private static String normal(IdentifierKind kind, String word) {
        String value = Normal.of(kind, word);
        String again = Normal.of(kind, withoutStar(value));
        return again.equals(value) ? value : normal(kind, again);
    }

    /// An identifier whose kind the query says.
    static Query identifier(IdentifierKind kind, String typed, int at) throws QueryError {
        String word = withoutStar(typed);
        String value = normal(kind, word);
        if (value.isEmpty()) {
            throw new QueryError(QueryError.Fault.NOT_AN_IDENTIFIER, at, typed);
        }
        return new Query.Identifier(kind, value, word.length() < typed.length());
    }
}
