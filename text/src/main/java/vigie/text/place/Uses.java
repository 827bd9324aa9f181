package vigie.text.place;

/// How often a name was written in which way in a conversation.
final class Uses {
    private final int[] counts = new int[Written.values().length];
    private final int words;
    private final int letters;
    private int clitics = Integer.MAX_VALUE;

    Uses(Mention first) {
        words = first.words();
        letters = first.letters();
    }

    void add(Mention mention) {
        counts[mention.written().ordinal()]++;
        clitics = Math.min(clitics, mention.clitics());
    }

    int of(Written written) {
        return counts[written.ordinal()];
    }

    int all() {
        int all = 0;
        for (int count : counts) {
            all += count;
        }
        return all;
    }

    /// Without a capital, where it could have had one or there is none.
    int plain() {
        return of(Written.LOWER) + of(Written.CASELESS);
    }

    int words() {
        return words;
    }

    int letters() {
        return letters;
    }

    /// The fewest particles that were taken off.
    int clitics() {
        return clitics;
    }
}
