package vigie.text.hidden;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.UnicodeSet;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Words that mix scripts so as to look like a word of one (UTS #39, sections 4 and 5).
final class Scripts {
    /// More than the numbers that ICU gives to scripts.
    private static final int CODES =
            Math.max(256, UCharacter.getIntPropertyMaxValue(UProperty.SCRIPT) + 1);

    /// Scripts with more letters than this are written in syllables or ideographs.
    private static final int MOST_LETTERS = 2_000;

    private Scripts() {}

    private static final class Checker {
        static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
    }

    /// What a word looks like, where it is a lookalike: it mixes scripts, and the letters that are
    /// not of its main script look like letters that are; null where it is what it looks like.
    ///
    /// @param handle whether a word of another script that looks Latin throughout counts too
    static @Nullable String lookalike(String word, boolean handle) {
        if (!resolved(word).isEmpty()) {
            return handle ? reading(word, UScript.LATIN) : null;
        }
        for (int script : main(word)) {
            String reading = reading(word, script);
            if (reading != null) {
                return reading;
            }
        }
        return null;
    }

    /// The scripts that most letters of a word belong to.
    private static List<Integer> main(String word) {
        Map<Integer, Integer> counts = new TreeMap<>();
        word.codePoints()
                .filter(UCharacter::isLetter)
                .forEach(point -> counts.merge(UScript.getScript(point), 1, Integer::sum));
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return counts.entrySet().stream()
                .filter(each -> each.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The word with letters of one script in place of others that look like them; null where some
    /// do not, or none is of another.
    private static @Nullable String reading(String word, int script) {
        StringBuilder reading = new StringBuilder();
        boolean changed = false;
        int point;
        for (int i = 0; i < word.length(); i += Character.charCount(point)) {
            point = word.codePointAt(i);
            int of = UScript.getScript(point);
            if (of == script || !UCharacter.isLetter(point)) {
                reading.appendCodePoint(point);
                continue;
            }
            Integer counterpart = Alphabet.of(script).counterpart(point);
            if (counterpart == null) {
                return null;
            }
            reading.appendCodePoint(counterpart);
            changed = true;
        }
        return changed ? reading.toString() : null;
    }

    /// The letters of a script by what they look like.
    ///
    /// @param lower small letters and those without case, by skeleton
    /// @param upper capital letters
    private record Alphabet(Map<String, Integer> lower, Map<String, Integer> upper) {
        private static final Map<Integer, Alphabet> KNOWN = new ConcurrentHashMap<>();

        /// Of Latin, the letters of English only: every shape has a counterpart among the hundreds
        /// of letters for phonetics.
        static Alphabet of(int script) {
            return KNOWN.computeIfAbsent(script, Alphabet::make);
        }

        private static Alphabet make(int script) {
            UnicodeSet letters =
                    script == UScript.LATIN
                            ? new UnicodeSet("[A-Za-z]")
                            : new UnicodeSet()
                                    .applyIntPropertyValue(UProperty.SCRIPT, script)
                                    .retainAll(new UnicodeSet("[:L:]"));
            Map<String, Integer> lower = new HashMap<>();
            Map<String, Integer> upper = new HashMap<>();
            if (letters.size() <= MOST_LETTERS) {
                for (String letter : letters) {
                    int point = letter.codePointAt(0);
                    (UCharacter.isUUppercase(point) ? upper : lower)
                            .putIfAbsent(skeleton(point), point);
                }
            }
            return new Alphabet(lower, upper);
        }

        @Nullable Integer counterpart(int point) {
            String skeleton = skeleton(point);
            Map<String, Integer> first = UCharacter.isUUppercase(point) ? upper : lower;
            Integer found = first.get(skeleton);
            if (found != null) {
                return found;
            }
            Map<String, Integer> second = UCharacter.isUUppercase(point) ? lower : upper;
            return second.get(skeleton);
        }

        private static String skeleton(int point) {
            return Checker.CHECKER.getSkeleton(Character.toString(point));
        }
    }

    /// The scripts that every letter of a word can belong to; all where it has none.
    private static BitSet resolved(String word) {
        BitSet common = new BitSet();
        common.set(0, CODES);
        int point;
        for (int i = 0; i < word.length(); i += Character.charCount(point)) {
            point = word.codePointAt(i);
            BitSet scripts = augmented(point);
            if (scripts != null) {
                common.and(scripts);
            }
        }
        return common;
    }

    /// The scripts of a letter, with those that are written together with it; null where it belongs
    /// to any.
    private static @Nullable BitSet augmented(int point) {
        int script = UScript.getScript(point);
        BitSet scripts = new BitSet();
        if (script == UScript.COMMON || script == UScript.INHERITED) {
            if (!UCharacter.isLetter(point)) {
                return null;
            }
            UScript.getScriptExtensions(point, scripts);
            if (scripts.get(UScript.COMMON) || scripts.get(UScript.INHERITED)) {
                return null;
            }
        } else {
            UScript.getScriptExtensions(point, scripts);
        }
        if (scripts.get(UScript.HAN)) {
            scripts.set(UScript.HAN_WITH_BOPOMOFO);
            scripts.set(UScript.JAPANESE);
            scripts.set(UScript.KOREAN);
        }
        if (scripts.get(UScript.HIRAGANA) || scripts.get(UScript.KATAKANA)) {
            scripts.set(UScript.JAPANESE);
        }
        if (scripts.get(UScript.HANGUL)) {
            scripts.set(UScript.KOREAN);
        }
        if (scripts.get(UScript.BOPOMOFO)) {
            scripts.set(UScript.HAN_WITH_BOPOMOFO);
        }
        return scripts;
    }

    /// The names of the scripts of a word's letters, in order.
    static List<String> names(String word) {
        return word.codePoints()
                .map(UScript::getScript)
                .filter(script -> script != UScript.COMMON && script != UScript.INHERITED)
                .distinct()
                .mapToObj(UScript::getName)
                .sorted()
                .toList();
    }
}
