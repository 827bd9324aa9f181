package vigie.text.word;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of a run that tables cannot cut: pictographs, characters beyond the first plane,
/// scripts written without spaces, letters that stand for several.
final class ComplexRun {
    /// ICU is given no more at once, so that a hostile text cannot make it hold without bound.
    private static final int MAX_RUN = 4096;

    private final List<Words.Word> words = new ArrayList<>();
    private int at;
    private @Nullable BreakIterator breaks;

    /// Forgets what it holds.
    void clear() {
        words.clear();
        at = -1;
    }

    /// Goes to the next word of the run.
    boolean next() {
        if (++at < words.size()) {
            return true;
        }
        if (!words.isEmpty()) {
            words.clear();
        }
        at = -1;
        return false;
    }

    String word() {
        return words.get(at).text();
    }

    int start() {
        return words.get(at).start();
    }

    int end() {
        return words.get(at).end();
    }

    /// Cuts the run into words and folds them.
    void read(String text, int from, int to) {
        clear();
        if (pictures(text, from, to)) {
            return;
        }
        words.clear();
        for (int start = from; start < to; ) {
            int end = Math.min(to, start + MAX_RUN);
            if (end < to && Character.isLowSurrogate(text.charAt(end))) {
                end--;
            }
            cut(text, start, end);
            start = end;
        }
    }

    /// Takes a run of plain pictographs without asking ICU where they end, the common case.
    private boolean pictures(String text, int from, int to) {
        for (int i = from; i < to; ) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            boolean tone = c >= 0x1F3FB && c <= 0x1F3FF;
            if (tone || !UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC)) {
                return false;
            }
            if (end < to && text.charAt(end) == '\uFE0F') {
                end++;
            }
            if (end < to
                    && text.charAt(end) != '\uD83C'
                    && text.charAt(end) != '\uD83D'
                    && text.charAt(end) != '\uD83E') {
                return false;
            }
            if (c >= 0x1F300) {
                words.add(new Words.Word(Character.toString(c), i, end));
            } else {
                hold(text, i, end);
            }
            i = end;
        }
        return true;
    }

    private void cut(String text, int from, int to) {
        String run = text.substring(from, to);
        BreakIterator iterator = breaks;
        if (iterator == null) {
            iterator = BreakIterator.getWordInstance(ULocale.ROOT);
            breaks = iterator;
        }
        iterator.setText(run);
        int start = iterator.first();
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            int script = UScript.COMMON;
            int piece = start;
            for (int i = start; i < end; ) {
                int c = run.codePointAt(i);
                int next = script(c);
                if (next != UScript.COMMON && next != script) {
                    if (script != UScript.COMMON) {
                        hold(text, from + piece, from + i);
                        piece = i;
                    }
                    script = next;
                }
                i += Character.charCount(c);
            }
            hold(text, from + piece, from + end);
            start = end;
        }
    }

    private static int script(int c) {
        if (!UCharacter.isLetter(c)) {
            return UScript.COMMON;
        }
        int script = UScript.getScript(c);
        return script == UScript.INHERITED ? UScript.COMMON : script;
    }

    /// Adds the words that a piece of text is once folded: one, or none where it is punctuation, or
    /// several where it stands for several letters of a script that has one word a letter.
    void hold(String text, int from, int to) {
        for (int start = from; start < to; ) {
            int end = Math.min(to, start + Words.MAX_LENGTH);
            if (end < to && Character.isLowSurrogate(text.charAt(end))) {
                end--;
            }
            split(Folding.fold(text.substring(start, end)), start, end);
            start = end;
        }
    }

    private void split(String folded, int start, int end) {
        var word = new StringBuilder();
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            boolean single = single(c);
            if (single || !(isWord(c) || isMark(c) || c == '\u200D')) {
                flush(word, start, end);
            }
            if (single) {
                words.add(new Words.Word(Character.toString(c), start, end));
            } else if (isWord(c) || isMark(c)) {
                word.appendCodePoint(c);
            }
        }
        flush(word, start, end);
    }

    private void flush(StringBuilder word, int start, int end) {
        if (word.codePoints().anyMatch(ComplexRun::isWord)) {
            words.add(new Words.Word(word.toString(), start, end));
        }
        word.setLength(0);
    }

    private static boolean isWord(int c) {
        return UCharacter.isLetterOrDigit(c)
                || UCharacter.getType(c) == Character.LETTER_NUMBER
                || CharPage.pictograph(c);
    }

    private static boolean isMark(int c) {
        int type = UCharacter.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean single(int c) {
        if (!UCharacter.isLetter(c)) {
            return UCharacter.hasBinaryProperty(c, UProperty.IDEOGRAPHIC);
        }
        return switch (UScript.getScript(c)) {
            case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA -> true;
            case UScript.HANGUL -> c >= '가' && c <= '힣';
            default -> c == 'ー';
        };
    }
}
