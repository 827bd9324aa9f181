package vigie.text.sighting;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;

/// The wallets that a unit knows, each by a pattern of its numbers, from a file of lines.
///
/// ```
/// vigie.wallets/1
/// # name, the pattern of the whole number without spaces and hyphens, words that must stand near
/// market-wallet	W[0-9]{8}
/// post-wallet	5[0-9]{7}	wallet,محفظة
/// ```
///
/// The three are set apart by tabs. Patterns are RE2's: their time is linear in the text. Only runs
/// of up to 64 ASCII letters and digits of any script are compared, digits in groups as one.
public final class WalletRules {
    /// No rules.
    public static final WalletRules NONE = new WalletRules(List.of());

    private static final String FORMAT = "vigie.wallets/1";
    private static final int MAX_RULES = 200;
    private static final int MAX_PATTERN = 200;
    private static final int LONGEST = 64;

    /// How far around a number a word may stand, in characters.
    private static final int NEAR = 48;

    private final List<Rule> rules;

    private record Rule(String name, Pattern pattern, List<String> words) {}

    private WalletRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /// The rules in the text of a file.
    ///
    /// @throws IllegalArgumentException where a line is none, with its number
    public static WalletRules of(String file) {
        List<String> lines = file.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(FORMAT)) {
            throw new IllegalArgumentException("line 1: expected " + FORMAT);
        }
        List<Rule> rules = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                rules.add(rule(lines.get(i), "line " + (i + 1) + ": "));
            }
        }
        if (rules.size() > MAX_RULES) {
            throw new IllegalArgumentException("more than " + MAX_RULES + " rules");
        }
        return new WalletRules(rules);
    }

    private static Rule rule(String line, String where) {
        String[] parts = line.split("\t", -1);
        if (parts.length < 2 || parts.length > 3 || parts[0].isBlank() || parts[1].isBlank()) {
            throw new IllegalArgumentException(where + "expected a name, a tab and a pattern");
        }
        if (parts[1].length() > MAX_PATTERN) {
            throw new IllegalArgumentException(where + "longer than " + MAX_PATTERN);
        }
        List<String> words =
                parts.length < 3 ? List.of() : List.of(Chars.lower(parts[2]).split(",", -1));
        if (words.contains("")) {
            throw new IllegalArgumentException(where + "an empty word");
        }
        try {
            return new Rule(parts[0].strip(), Pattern.compile(parts[1].strip()), words);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(where + wrong.getMessage(), wrong);
        }
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /// Adds what the rules find in a text.
    void in(String text, List<Sighting> found) {
        Folded folded = Folded.of(text);
        String s = folded.s;
        int i = 0;
        while (i < s.length()) {
            if (!Chars.isWord(s.charAt(i))) {
                i++;
                continue;
            }
            int end = token(s, i);
            if (end - i <= LONGEST && Chars.closes(s, end)) {
                match(folded, i, end, found);
            }
            i = end;
        }
    }

    /// Where the run ends that begins at `from`: letters and digits, and single spaces or hyphens
    /// between digits.
    private static int token(String s, int from) {
        int i = from;
        while (i < s.length()) {
            boolean joins =
                    i > from
                            && Codes.isGap(s.charAt(i))
                            && i + 1 < s.length()
                            && Chars.isDigit(s.charAt(i - 1))
                            && Chars.isDigit(s.charAt(i + 1));
            if (!joins && !Chars.isWord(s.charAt(i))) {
                break;
            }
            i++;
        }
        return i;
    }

    private void match(Folded folded, int from, int to, List<Sighting> found) {
        StringBuilder compact = new StringBuilder();
        boolean digit = false;
        for (int i = from; i < to; i++) {
            char c = folded.s.charAt(i);
            if (!Codes.isGap(c)) {
                compact.append(c);
                digit |= Chars.isDigit(c);
            }
        }
        String value = compact.toString();
        if (!digit || !Chars.isAscii(value)) {
            return;
        }
        for (Rule rule : rules) {
            if (rule.pattern().matcher(value).matches() && isNear(rule, folded.s, from, to)) {
                int start = folded.start(from);
                int end = folded.end(to);
                found.add(
                        new Sighting(
                                SightingKind.WALLET,
                                value,
                                rule.name(),
                                folded.text.substring(start, end),
                                start,
                                end,
                                folded.flags(from, to)));
            }
        }
    }

    private static boolean isNear(Rule rule, String s, int from, int to) {
        if (rule.words().isEmpty()) {
            return true;
        }
        int start = Math.max(0, from - NEAR);
        String around = Chars.lower(s.substring(start, Math.min(s.length(), to + NEAR)));
        return rule.words().stream().anyMatch(around::contains);
    }
}
