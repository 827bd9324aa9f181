package vigie.text.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.text.gazetteer.Gazetteer;
import vigie.text.word.Words;

/// Finds the names of places in one text after another, the longest that begins at a word, in any
/// case, with or without accents. Used by one thread at a time.
///
/// Names of one letter are not found, nor names within handles, addresses and URLs.
public final class PlaceFinder {
    /// The longest name of a gazetteer has so many words.
    private static final int MAX_WORDS = 12;

    /// How far back from a name the start of a URL is looked for.
    private static final int MAX_URL = 200;

    /*
     * The text is cut into words once; from each word the trie of names is followed at most MAX_WORDS
     * words far, and a found name is passed over. So the work is linear in the length of the text.
     */
    private final Gazetteer gazetteer;
    private final Habits habits;
    private final Words words = new Words();
    private final Clitics clitics = new Clitics();
    private String text = "";
    private int[] numbers = new int[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int size;
    private int[] options = new int[64];
    private int optionsSize;

    /// A finder of the names of a gazetteer.
    public PlaceFinder(Gazetteer gazetteer) {
        this(gazetteer, new Habits());
    }

    PlaceFinder(Gazetteer gazetteer, Habits habits) {
        this.gazetteer = gazetteer;
        this.habits = habits;
    }

    /// The names of places in a text, in order, none within another.
    public List<Mention> in(String text) {
        this.text = text;
        cut();
        List<Mention> found = List.of();
        int option = 0;
        int i = 0;
        while (i < size) {
            while (option < optionsSize && options[option] < i) {
                option += 4;
            }
            Mention mention = numbers[i] >= 0 ? from(i, numbers[i], 0, 0) : null;
            for (int o = option; mention == null && o < optionsSize && options[o] == i; o += 4) {
                mention = from(i, options[o + 1], options[o + 2], options[o + 3]);
            }
            if (mention == null) {
                i++;
                continue;
            }
            if (found.isEmpty()) {
                found = new ArrayList<>();
            }
            found.add(mention);
            i += mention.words();
        }
        return found;
    }

    private void cut() {
        size = 0;
        optionsSize = 0;
        words.read(text);
        int end = 0;
        while (words.next()) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
                starts = Arrays.copyOf(starts, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
            }
            int start = words.start();
            byte[] bytes = words.bytes();
            int length = words.length();
            numbers[size] = gazetteer.word(bytes, 0, length);
            starts[size] = start;
            if (Clitics.concern(bytes, length)) {
                options(bytes, length);
            }
            habits.word(text.charAt(start), size == 0, startsSentence(end, start));
            end = words.end();
            ends[size++] = end;
        }
    }

    private void options(byte[] bytes, int length) {
        clitics.read(bytes, length);
        for (int i = 0; i < clitics.size(); i++) {
            int word = gazetteer.word(clitics.word(i), 0, clitics.length(i));
            if (word >= 0 && gazetteer.begin(word) != 0) {
                if (optionsSize + 4 > options.length) {
                    options = Arrays.copyOf(options, 2 * options.length);
                }
                options[optionsSize++] = size;
                options[optionsSize++] = word;
                options[optionsSize++] = clitics.letters(i);
                options[optionsSize++] = clitics.taken(i);
            }
        }
    }

    private @Nullable Mention from(int first, int word, int letters, int taken) {
        int name = gazetteer.begin(word);
        int longest = 0;
        int last = first;
        for (int i = first; name != 0; i++) {
            if (gazetteer.isBorne(name)) {
                longest = name;
                last = i;
            }
            if (i + 1 == size || i + 1 - first == MAX_WORDS || !joins(i)) {
                break;
            }
            name = numbers[i + 1] < 0 ? 0 : gazetteer.then(name, numbers[i + 1]);
        }
        if (longest == 0) {
            return null;
        }
        int start = after(starts[first], letters);
        int end = ends[last];
        if (start >= end || isPartOfIdentifier(starts[first], end)) {
            return null;
        }
        return new Mention(
                longest,
                start,
                end - start,
                last - first + 1,
                letters(start, end),
                taken,
                written(first, start, end));
    }

    /// Whether the words before and after a gap may be words of one name.
    private boolean joins(int i) {
        int from = ends[i];
        int to = starts[i + 1];
        if (to == from || to - from > 3) {
            return false;
        }
        for (int c = from; c < to; c++) {
            switch (text.charAt(c)) {
                case ' ',
                        '\u00A0',
                        '\u202F',
                        '-',
                        '\u2010',
                        '\u2011',
                        '\'',
                        '\u2019',
                        '\u02BC' -> {}
                case '.' -> {
                    if (from - starts[i] > 3 || c > from) {
                        return false;
                    }
                }
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    /// Where a word goes on after some of its letters, with their marks.
    private int after(int start, int letters) {
        int at = start;
        int left = letters;
        while (at < text.length() && (left > 0 || at > start && !isLetter(text.charAt(at)))) {
            if (isLetter(text.charAt(at))) {
                left--;
            }
            at++;
        }
        return at;
    }

    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c) && c != 'ـ';
    }

    private int letters(int start, int end) {
        int letters = 0;
        for (int i = start; i < end; i++) {
            letters += isLetter(text.charAt(i)) ? 1 : 0;
        }
        return letters;
    }

    private Written written(int first, int start, int end) {
        char c = text.charAt(start);
        if (Character.isLowerCase(c)) {
            return Written.LOWER;
        }
        if (!Habits.isUpper(c)) {
            return Written.CASELESS;
        }
        boolean begins = startsSentence(first == 0 ? 0 : ends[first - 1], starts[first]);
        return begins || isShouted(start, end) ? Written.UNTOLD : Written.CAPITAL;
    }

    private boolean startsSentence(int from, int to) {
        for (int i = from; i < to; i++) {
            switch (text.charAt(i)) {
                case '.', '!', '?', '\n', ':', ';', '…', '؟', '•', '"', '«', '“', '(' -> {
                    return true;
                }
                default -> {}
            }
        }
        return from == 0;
    }

    /// Whether a name and what is around it are in capitals.
    private boolean isShouted(int start, int end) {
        int from = Math.max(0, start - 20);
        int to = Math.min(text.length(), end + 20);
        for (int i = from; i < to; i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return end - start > 1;
    }

    private boolean isPartOfIdentifier(int start, int end) {
        if (end < text.length()) {
            char next = text.charAt(end);
            boolean more = end + 1 < text.length() && isLetter(text.charAt(end + 1));
            if (next == '_' || next == '@' || more && (next == '.' || next == '=')) {
                return true;
            }
        }
        if (start == 0) {
            return false;
        }
        char before = text.charAt(start - 1);
        return switch (before) {
            case '@', '_', '\\', '=', '&' -> true;
            case '.' -> start > 1 && isLetter(text.charAt(start - 2));
            case '/', '-', '?', '#', '%', '+' -> isInUrl(start);
            default -> false;
        };
    }

    private boolean isInUrl(int start) {
        int from = Math.max(0, start - MAX_URL);
        for (int i = start - 1; i >= from; i--) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                return false;
            }
            boolean dot = c == '.' && isLetter(text.charAt(i + 1)) && i > 0;
            if (dot && isLetter(text.charAt(i - 1)) || text.startsWith("://", i)) {
                return true;
            }
        }
        return false;
    }
}
