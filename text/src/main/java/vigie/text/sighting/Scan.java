package vigie.text.sighting;

import java.util.List;

/// One pass over one text.
///
/// A character that can anchor an identifier is looked at from there: back and forth within fixed
/// bounds, or forth over a passage that is then passed over. So the work is linear in the length of
/// the text, whatever the text.
final class Scan {
    private static final byte NONE = 0;
    private static final byte DIGIT = 1;
    private static final byte AT = 2;
    private static final byte COLON = 3;
    private static final byte DOT = 4;
    private static final byte PLUS = 5;
    private static final byte PARENTHESIS = 6;

    /// A character that has to be folded before anything around it is read.
    private static final byte FOLDED = 7;

    private static final byte[] ROLES = roles();

    private final Finds finds;
    private final String s;
    private final Web web;
    private final Ips ips;
    private final Codes codes;
    private final Numbers numbers;

    private Scan(Folded folded, Phones phones) {
        finds = new Finds(folded);
        s = folded.s;
        web = new Web(finds, phones);
        ips = new Ips(finds);
        codes = new Codes(finds);
        numbers = new Numbers(finds, phones);
    }

    private static byte[] roles() {
        byte[] roles = new byte[1 << 16];
        for (int c = 128; c < roles.length; c++) {
            roles[c] = Folded.changes((char) c) ? FOLDED : NONE;
        }
        for (char c = '0'; c <= '9'; c++) {
            roles[c] = DIGIT;
        }
        roles['@'] = AT;
        roles[':'] = COLON;
        roles['.'] = DOT;
        roles['+'] = PLUS;
        roles['('] = PARENTHESIS;
        return roles;
    }

    /// Whether a character is another, or none, where a text is folded.
    static boolean isFolded(char c) {
        return ROLES[c] == FOLDED;
    }

    /// What is found in a text.
    static List<Sighting> of(String text, Phones phones) {
        int first = -1;
        for (int i = 0; i < text.length(); i++) {
            byte role = ROLES[text.charAt(i)];
            if (role == FOLDED) {
                return new Scan(Folded.of(text), phones).from(0);
            }
            if (role != NONE && first < 0) {
                first = i;
            }
        }
        if (first < 0) {
            return List.of();
        }
        return new Scan(Folded.plain(text), phones).from(first);
    }

    private List<Sighting> from(int first) {
        int i = first;
        while (i < s.length()) {
            i =
                    switch (ROLES[s.charAt(i)]) {
                        case DIGIT -> digit(i);
                        case AT -> web.at(i);
                        case COLON -> s.startsWith("//", i + 1) ? web.scheme(i) : ips.six(i);
                        case DOT -> web.bare(i);
                        case PLUS -> numbers.plus(i);
                        case PARENTHESIS -> numbers.parenthesis(i);
                        default -> i + 1;
                    };
        }
        return finds.sorted();
    }

    private int digit(int i) {
        int end = codes.at(i);
        if (end < 0 && Chars.opens(s, i)) {
            end = ips.four(i);
            end = end < 0 ? numbers.digit(i) : end;
        }
        if (end >= 0) {
            return end;
        }
        int next = i + 1;
        while (next < s.length() && Chars.isDigit(s.charAt(next))) {
            next++;
        }
        return next;
    }
}
