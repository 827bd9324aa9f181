package vigie.text.place;

/// How a conversation uses capitals, counted while it is read.
final class Habits {
    private long words;
    private long capitalsAtStart;
    private long smallAtStart;
    private long capitalsWithin;
    private long smallWithin;

    void word(char first, boolean startsText, boolean startsSentence) {
        words++;
        boolean upper = isUpper(first);
        if (!upper && !Character.isLowerCase(first)) {
            return;
        }
        if (startsText) {
            capitalsAtStart += upper ? 1 : 0;
            smallAtStart += upper ? 0 : 1;
        } else if (!startsSentence) {
            capitalsWithin += upper ? 1 : 0;
            smallWithin += upper ? 0 : 1;
        }
    }

    static boolean isUpper(char c) {
        return c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    long words() {
        return words;
    }

    /// How likely somebody here writes a name with a capital: as likely as they begin a message
    /// with one.
    double capitalOfName() {
        double share = (capitalsAtStart + 1.0) / (capitalsAtStart + smallAtStart + 2);
        return Math.clamp(share, 0.05, 0.95);
    }

    /// How likely somebody here writes any word within a sentence with a capital.
    double capitalOfWord() {
        double share = (capitalsWithin + 1.0) / (capitalsWithin + smallWithin + 20);
        return Math.clamp(share, 0.01, 0.95);
    }
}
