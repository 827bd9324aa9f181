package vigie.casework.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What comparing an item says about it, in the order of looking: an order of work, never a
/// statement about what it shows.
public enum Finding {
    /// No set lists it and it is like nothing that one lists.
    UNSEEN(1),
    /// Sets disagree about it.
    CONFLICT(2),
    /// It is like something in an alert set.
    SIMILAR(3),
    /// An alert set lists it.
    ALERT(4),
    /// Only sets of known files list it: looked at last, and not cleared.
    KNOWN(5);

    private final int code;

    Finding(int code) {
        this.code = code;
    }

    /// Its number in rows.
    public int code() {
        return code;
    }

    /// As JSON and addresses write it: `unseen`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The finding with this number.
    public static Finding of(int code) {
        return Arrays.stream(values())
                .filter(finding -> finding.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no finding: " + code));
    }

    /// The finding that a word names, if any.
    public static Optional<Finding> of(String word) {
        return Arrays.stream(values()).filter(finding -> finding.word().equals(word)).findFirst();
    }

    /// The one that is looked at first: how a stack stands that holds both.
    public Finding or(Finding other) {
        return rank() <= other.rank() ? this : other;
    }

    /// In a stack a match outweighs that a copy was never seen: the copy is like what matched.
    private int rank() {
        return switch (this) {
            case CONFLICT -> 0;
            case ALERT -> 1;
            case SIMILAR -> 2;
            case UNSEEN -> 3;
            case KNOWN -> 4;
        };
    }
}
