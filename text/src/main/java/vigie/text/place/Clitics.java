package vigie.text.place;

/// The words that may remain of an Arabic one when what is written together with it is taken off:
/// `و` and `ف`, then `ب`, `ل` and `ك`, then the article, which `ل` contracts (`للمرسى`).
///
/// Those with the least taken off come first. At least three letters remain; nothing says that the
/// word does not begin with such a letter by itself.
final class Clitics {
    private static final int LETTER = 2;
    private static final int LEAST = 3 * LETTER;
    private static final int MOST = 8;
    private static final short ALEF = (short) 0xD8A7;
    private static final short LAM = (short) 0xD984;
    private static final short WAW = (short) 0xD988;
    private static final short FEH = (short) 0xD981;
    private static final short BEH = (short) 0xD8A8;
    private static final short KAF = (short) 0xD983;

    private final byte[][] words = new byte[MOST][64];
    private final int[] lengths = new int[MOST];
    private final int[] letters = new int[MOST];
    private final int[] taken = new int[MOST];
    private int size;

    /// Whether a folded word is in Arabic script and long enough.
    static boolean concern(byte[] word, int length) {
        return length >= LEAST + LETTER && word[0] >= (byte) 0xD8 && word[0] <= (byte) 0xDB;
    }

    /// Takes off what can be.
    void read(byte[] word, int length) {
        size = 0;
        if (length > 60) {
            return;
        }
        article(word, 0, length, 0, 0);
        short first = letter(word, 0);
        if (first == WAW || first == FEH) {
            take(word, LETTER, length, 1, 1);
            article(word, LETTER, length, 1, 1);
            preposition(word, LETTER, length, 1, 1);
        }
        preposition(word, 0, length, 0, 0);
    }

    private void preposition(byte[] word, int from, int length, int letters, int taken) {
        short first = letter(word, from);
        if (first != BEH && first != LAM && first != KAF) {
            return;
        }
        take(word, from + LETTER, length, letters + 1, taken + 1);
        article(word, from + LETTER, length, letters + 1, taken + 1);
        if (first == LAM && length - from >= LEAST + 2 * LETTER && letter(word, from + 2) == LAM) {
            contracted(word, from + LETTER, length, letters + 1, taken + 1);
        }
    }

    private void article(byte[] word, int from, int length, int letters, int taken) {
        if (length - from >= LEAST + 2 * LETTER
                && letter(word, from) == ALEF
                && letter(word, from + LETTER) == LAM) {
            take(word, from + 2 * LETTER, length, letters + 2, taken + 1);
        }
    }

    private void contracted(byte[] word, int from, int length, int letters, int taken) {
        if (size < MOST) {
            words[size][0] = (byte) (ALEF >> 8);
            words[size][1] = (byte) ALEF;
            System.arraycopy(word, from, words[size], LETTER, length - from);
            hold(length - from + LETTER, letters, taken);
        }
    }

    private void take(byte[] word, int from, int length, int letters, int taken) {
        if (size < MOST && length - from >= LEAST) {
            System.arraycopy(word, from, words[size], 0, length - from);
            hold(length - from, letters, taken);
        }
    }

    private void hold(int length, int letters, int taken) {
        lengths[size] = length;
        this.letters[size] = letters;
        this.taken[size++] = taken;
    }

    private static short letter(byte[] word, int at) {
        return (short) (word[at] << 8 | word[at + 1] & 0xFF);
    }

    int size() {
        return size;
    }

    byte[] word(int i) {
        return words[i];
    }

    int length(int i) {
        return lengths[i];
    }

    /// How many letters were taken off at the front.
    int letters(int i) {
        return letters[i];
    }

    /// How many clitics they were.
    int taken(int i) {
        return taken[i];
    }
}
