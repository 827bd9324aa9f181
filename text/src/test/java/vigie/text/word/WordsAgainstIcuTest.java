package vigie.text.word;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Compares the tables with ICU itself: the words of Lucene's ICU tokenizer, cut further at
/// punctuation and between ideographs, kana and Hangul syllables, each folded by [Folding].
class WordsAgainstIcuTest {
    private static final String[] SAMPLES = {
        "the Garden gate, don't open; e.g. 3.5 km² (file_name) U.S.A. Wi-Fi5 ½ ﬁne № 5",
        "Crème brûlée à l’école — œuvre, Straße, Łódź, naïve, İstanbul ılık, Ångström Ǆ ŉ",
        "завтра утром мы пойдём на рынок; ёлка, об'єкт, мʼята, ґанок і їжак 5км",
        "غدا صباحا سنذهب إلى السُّوق القديم، مُحَمَّد ٣٤٥ ۳۴۵ ﷺ لا ﻻ می‌خواهم کتاب ٱلبيت ـــ",
        "明日の朝、東京タワーへ行って🌻りんごとパンを買いますＡＢＣ１２ ｱｶﾞ が か\u3099 ㈱ 𠮷野家",
        "시장에 가서 사과를 사요 ㅋㅋㅋ 한국 \u1112\u1161\u11ab",
        "ฉันไปตลาดกับแม่ ສະບາຍດີ မြန်မာ ភាសាខ្មែរ",
        "हिन्दी भाषा में बाग़ है தமிழ் বাংলা ગુજરાતી ಕನ್ನಡ ελληνικά Σοφός ΆΈΉ հայերեն ქართული עברית שָׁלוֹם צ׳יפס",
        "😀 🌻🍎🚲 👍🏽 👨‍👩‍👧 🇫🇷🇩🇪 ☕️ ❤️ 1️⃣ ©® ™ 〰 🏔️x",
        "a\u0301e\u0301 z\u0300\u0301\u0302algo \u200Ba\u200Bb \u202Ecd\u202C \u00ADso\u00ADft \uFEFFx e\u20DD \u0489",
        "𝓐𝓭𝓪 Ⓐⓑ ①② Ⅻ ªº ʰi ﾊﾝｶｸ ﬀ ǅ \uD800 \uDC00x \uFFFF \u0000y a\u2028b\u2029c"
    };

    /// The first samples, in scripts that are cut by tables alone.
    private static final int ALPHABETS = 4;

    private final ICUTokenizer tokenizer =
            new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));

    @Test
    void samples_have_the_words_that_icu_gives() {
        for (String sample : SAMPLES) {
            var expected = new ArrayList<>(byIcu(sample));
            var actual = new ArrayList<>(words(sample));
            expected.removeAll(words(sample));
            actual.removeAll(byIcu(sample));
            assertEquals(expected, actual, sample);
        }
    }

    @Test
    void mixtures_have_the_words_that_icu_gives() {
        compare(new Random(21), 40_000);
    }

    @Test
    @EnabledIfSystemProperty(named = "vigie.long", matches = "true")
    void a_million_mixtures_have_the_words_that_icu_gives() {
        compare(new Random(22), 1_000_000);
    }

    private void compare(Random random, int times) {
        var wrong = new ArrayList<String>();
        for (int i = 0; i < times && wrong.size() < 20; i++) {
            String mixture = mixture(random);
            List<String> expected = joined(byIcu(mixture), mixture);
            List<String> actual = joined(words(mixture), mixture);
            if (!expected.equals(actual)) {
                wrong.add(escaped(mixture) + " " + expected + " but " + actual);
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static final Pattern WORD = Pattern.compile("(.*)@(\\d+)-(\\d+)", Pattern.DOTALL);

    /// The words with two things evened out in which ICU depends on what stands before a word: it
    /// cuts a number from the letters after it where a letter of another script, or a sign between,
    /// comes before the number; and it counts tatweels before a word as its own or not.
    private static List<String> joined(List<String> words, String text) {
        var joined = new ArrayList<String>();
        String number = "";
        int from = 0;
        int until = -1;
        for (String word : words) {
            Matcher parts = WORD.matcher(word);
            if (!parts.matches()) {
                throw new AssertionError(word);
            }
            int start = Integer.parseInt(parts.group(2));
            int end = Integer.parseInt(parts.group(3));
            while (start < end && text.charAt(start) == '\u0640') {
                start++;
            }
            boolean touches = !number.isEmpty() && until == start;
            if (!number.isEmpty() && !touches) {
                joined.add(number + "@" + from + "-" + until);
            }
            String whole = touches ? number + parts.group(1) : parts.group(1);
            from = touches ? from : start;
            until = end;
            if (whole.chars().allMatch(Character::isDigit)) {
                number = whole;
            } else {
                number = "";
                joined.add(whole + "@" + from + "-" + end);
            }
        }
        if (!number.isEmpty()) {
            joined.add(number + "@" + from + "-" + until);
        }
        return joined;
    }

    /// Every character of the first plane, alone and between letters of another script.
    @Test
    void every_character_has_the_words_that_icu_gives() {
        var wrong = new ArrayList<String>();
        for (int c = 0; c <= 0xFFFF; c++) {
            boolean mark = UScript.getScript(c) == UScript.HAN && c >= 0x3000 && c < 0x3400;
            if (mark && !UCharacter.hasBinaryProperty(c, UProperty.IDEOGRAPHIC)
                    || c == 0x180E
                    || c == 0x19DA) {
                continue; // Repetition marks are words here, and not to ICU.
            }
            for (String text :
                    List.of("" + (char) c, "a" + (char) c + "b", "م" + (char) c, "1" + (char) c)) {
                if (!byIcu(text).equals(words(text))) {
                    wrong.add(escaped(text) + " " + byIcu(text) + " but " + words(text));
                }
            }
        }
        assertEquals(
                List.of(), wrong.subList(0, Math.min(60, wrong.size())), wrong.size() + " wrong");
    }

    /// Slices of texts in alphabets, glued or apart, and whole words of other scripts. ICU loses
    /// words where marks of one script follow letters of another, so such slices are not made.
    private static String mixture(Random random) {
        var mixture = new StringBuilder();
        for (int n = 1 + random.nextInt(5); n > 0; n--) {
            int which = random.nextInt(SAMPLES.length);
            String sample = SAMPLES[which];
            if (which < ALPHABETS) {
                int from = random.nextInt(sample.length());
                int to = Math.min(sample.length(), from + 1 + random.nextInt(8));
                mixture.append(sample, from, to);
            } else {
                String[] whole = sample.split(" ", -1);
                mixture.append(' ').append(whole[random.nextInt(whole.length)]).append(' ');
            }
            if (random.nextInt(3) == 0) {
                mixture.append(' ');
            }
        }
        return mixture.toString();
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(String.format("%04x ", c)));
        return escaped + text;
    }

    private static List<String> words(String text) {
        return Words.of(text).stream()
                .map(w -> w.text() + "@" + w.start() + "-" + w.end())
                .toList();
    }

    private List<String> byIcu(String text) {
        var words = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (cuts(c)) {
                tokens(text, from, i, words);
                from = i + Character.charCount(c);
            }
            i += Character.charCount(c);
        }
        tokens(text, from, text.length(), words);
        return words;
    }

    /// Punctuation, spaces, controls and signs stand in no word.
    private static boolean cuts(int c) {
        boolean signOfNumbers =
                Character.getType(c) == Character.FORMAT
                        && UCharacter.getIntPropertyValue(c, UProperty.WORD_BREAK)
                                == UCharacter.WordBreak.NUMERIC;
        if ("©®™〰〽ʼ\u070F".indexOf(c) >= 0 || signOfNumbers || isSignOfScript(c)) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.MODIFIER_SYMBOL,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL ->
                    !UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC)
                            && !(c >= 0x1F3FB && c <= 0x1F3FF);
            default -> false;
        };
    }

    /// Signs of the scripts of South-East Asia that are neither letters nor digits.
    private static boolean isSignOfScript(int c) {
        int type = Character.getType(c);
        return (type == Character.OTHER_SYMBOL || type == Character.OTHER_NUMBER)
                && UCharacter.getIntPropertyValue(c, UProperty.LINE_BREAK)
                        == UCharacter.LineBreak.COMPLEX_CONTEXT;
    }

    /// Digits and direction marks belong to the script of the letters beside them.
    private static String plainDigits(String text) {
        var plain = new StringBuilder(text.replace('\u061C', '\u200F'));
        for (int i = 0; i < plain.length(); i++) {
            if (Character.isDigit(plain.charAt(i))) {
                plain.setCharAt(i, (char) ('0' + Character.digit(plain.charAt(i), 10)));
            }
        }
        return plain.toString();
    }

    private void tokens(String text, int first, int to, List<String> words) {
        int from = first;
        while (from < to && joins(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        tokenizer.setReader(new StringReader(plainDigits(text.substring(from, to))));
        OffsetAttribute offsets = tokenizer.getAttribute(OffsetAttribute.class);
        try {
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                token(text, from + offsets.startOffset(), from + offsets.endOffset(), words);
            }
            tokenizer.end();
            tokenizer.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Takes ideographs, kana and Hangul syllables out of a token, with their marks.
    private static void token(String text, int from, int to, List<String> words) {
        int start = from;
        boolean single = false;
        boolean complex = false;
        for (int i = from; i < to; ) {
            int c = text.codePointAt(i);
            boolean changes = !joins(c) && complex(c) != complex;
            if (i > start && (alone(c) || single && !joins(c) || changes)) {
                fold(text, start, i, words);
                start = i;
                single = false;
            }
            single |= alone(c);
            complex = joins(c) ? complex : complex(c);
            i += Character.charCount(c);
        }
        fold(text, start, to, words);
    }

    private static void fold(String text, int start, int end, List<String> words) {
        String folded = Folding.fold(text.substring(start, end));
        var word = new StringBuilder();
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (alone(c) || cuts(c)) {
                flush(word, start, end, words);
            }
            if (!cuts(c)) {
                word.appendCodePoint(c);
            }
            if (alone(c)) {
                flush(word, start, end, words);
            }
        }
        flush(word, start, end, words);
    }

    private static void flush(StringBuilder word, int start, int end, List<String> words) {
        if (!word.codePoints().allMatch(WordsAgainstIcuTest::joins)) {
            words.add(word + "@" + start + "-" + end);
        }
        word.setLength(0);
    }

    /// Whether ICU cuts the run that a character stands in, and not the tables.
    private static boolean complex(int c) {
        return c > 0xFFFF
                || UCharacter.getIntPropertyValue(c, UProperty.LINE_BREAK)
                        == UCharacter.LineBreak.COMPLEX_CONTEXT
                || UScript.getScript(c) == UScript.HANGUL && !alone(c)
                || c > 0xFF && UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC)
                || !CharPage.isOneWord(Folding.fold(Character.toString(c)));
    }

    private static boolean joins(int c) {
        if (c == 'ـ') {
            return true;
        }
        return switch (UCharacter.getIntPropertyValue(c, UProperty.WORD_BREAK)) {
            case UCharacter.WordBreak.EXTEND,
                    UCharacter.WordBreak.FORMAT,
                    UCharacter.WordBreak.ZWJ ->
                    true;
            default -> false;
        };
    }

    private static boolean alone(int c) {
        if (!UCharacter.isLetter(c)) {
            return UCharacter.hasBinaryProperty(c, UProperty.IDEOGRAPHIC);
        }
        int script = UScript.getScript(c);
        return script == UScript.HAN
                || script == UScript.HIRAGANA
                || script == UScript.KATAKANA
                || c == 'ー'
                || c == 'ｰ'
                || c >= '가' && c <= '힣';
    }
}
