package vigie.text.word;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads the words of one text after another, folded, with their places. Used by one thread at a
/// time.
///
/// A word is a run of letters, digits and their marks in one script: punctuation inside a word
/// (`l'arbre`, `example.org`, `file_name`) cuts it, so that each part is found, and so does a
/// change of script. Ideographs, kana and Hangul syllables are a word each: whatever runs of them
/// is asked for is found, where a dictionary would cut text and question differently. Thai, Lao,
/// Khmer and Burmese are cut by ICU's dictionaries; pictographs are words.
public final class Words {
    /// Longer runs are cut, so that no term is without bound.
    public static final int MAX_LENGTH = 255;

    /*
     * Most characters are judged one by one by the tables of CharPage, and their folded bytes are
     * appended as they come. Where a character cannot be judged alone, the run that it stands in goes
     * to ComplexRun (ICU), and where marks must be composed, the finished word goes to Folding.
     */
    private final ComplexRun complex = new ComplexRun();
    private String text = "";
    private int at;
    private int start;
    private int end;
    private byte[] bytes = new byte[4 * MAX_LENGTH + 64];
    private int length;

    /// One word of a text.
    ///
    /// @param text  folded
    /// @param start where it starts in the text, in UTF-16 units
    /// @param end   where it ends
    public record Word(String text, int start, int end) {}

    /// The words of a text, in order.
    public static List<Word> of(String text) {
        var words = new Words();
        words.read(text);
        var found = new ArrayList<Word>();
        while (words.next()) {
            found.add(new Word(words.word(), words.start(), words.end()));
        }
        return found;
    }

    /// Starts on a text.
    public void read(String text) {
        this.text = text;
        at = 0;
        complex.clear();
    }

    /// Goes to the next word, if there is one.
    public boolean next() {
        while (true) {
            if (complex.next()) {
                start = complex.start();
                end = complex.end();
                hold(complex.word());
                return true;
            }
            if (!scan()) {
                return false;
            }
            if (length > 0) {
                return true;
            }
        }
    }

    /// Finds the next run; leaves `length` at 0 where it went to ICU or was folded to nothing.
    private boolean scan() {
        String s = text;
        int limit = s.length();
        int i = at;
        while (i < limit) {
            char c = s.charAt(i);
            CharPage page = CharPage.of(c);
            int kind = page.kind[c & 255];
            if (kind == CharPage.COMPLEX) {
                at = complexEnd(i, limit);
                length = 0;
                complex.read(s, i, at);
                return true;
            }
            if (kind >= CharPage.SINGLE) {
                length = 0;
                append(page, c & 255);
                at = kind == CharPage.SINGLE ? single(i, limit) : word(i, kind, limit);
                return true;
            }
            i++;
        }
        at = limit;
        return false;
    }

    private int word(int from, int first, int limit) {
        String s = text;
        int script = first;
        boolean whole = first >= CharPage.WHOLE;
        int stop = Math.min(limit, from + MAX_LENGTH);
        int i = from + 1;
        while (i < stop) {
            char c = s.charAt(i);
            CharPage page = CharPage.of(c);
            int kind = page.kind[c & 255];
            if (kind >= CharPage.ANY) {
                if (kind != script && kind != CharPage.ANY) {
                    if (script != CharPage.ANY) {
                        break;
                    }
                    script = kind;
                    whole |= kind >= CharPage.WHOLE;
                }
                append(page, c & 255);
            } else if (kind == CharPage.MARK) {
                whole = true;
            } else if (kind != CharPage.SILENT) {
                break;
            }
            i++;
        }
        return finish(from, i, whole);
    }

    private int single(int from, int limit) {
        boolean whole = false;
        int stop = Math.min(limit, from + MAX_LENGTH);
        int i = from + 1;
        while (i < stop) {
            int kind = kind(i);
            if (kind != CharPage.SILENT && kind != CharPage.MARK) {
                break;
            }
            whole |= kind == CharPage.MARK;
            i++;
        }
        return finish(from, i, whole);
    }

    private int finish(int from, int to, boolean whole) {
        start = from;
        end = to;
        if (whole) {
            length = 0;
            complex.hold(text, from, to);
        }
        return to;
    }

    private int complexEnd(int from, int limit) {
        int i = from;
        while (i < limit) {
            int kind = kind(i);
            if (kind != CharPage.COMPLEX && kind != CharPage.SILENT && kind != CharPage.MARK) {
                break;
            }
            i++;
        }
        return i;
    }

    private int kind(int i) {
        char c = text.charAt(i);
        return CharPage.of(c).kind[c & 255];
    }

    private void append(CharPage page, int i) {
        int size = page.size[i];
        if (size == 1) {
            bytes[length++] = (byte) page.bytes[i];
        } else if (size == CharPage.LONGER) {
            hold(page.longer[i], length);
        } else {
            int packed = page.bytes[i];
            for (int b = 0; b < size; b++) {
                bytes[length++] = (byte) (packed >>> 8 * b);
            }
        }
        if (length > bytes.length - 4) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
    }

    private void hold(String word) {
        hold(word.getBytes(StandardCharsets.UTF_8), 0);
    }

    private void hold(byte[] more, int from) {
        if (from + more.length > bytes.length - 4) {
            bytes = Arrays.copyOf(bytes, 2 * (from + more.length + 4));
        }
        System.arraycopy(more, 0, bytes, from, more.length);
        length = from + more.length;
    }

    /// Where the word starts in the text, in UTF-16 units.
    public int start() {
        return start;
    }

    /// Where the word ends in the text.
    public int end() {
        return end;
    }

    /// The folded word in UTF-8, from 0 to [#length]; good until the next call.
    public byte[] bytes() {
        return bytes;
    }

    /// The length of the folded word in bytes.
    public int length() {
        return length;
    }

    /// The folded word.
    public String word() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
