package vigie.model.casefile;

/// That something was declined on purpose, with the reason in one sentence for the person who
/// asked.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Why it was declined.
    public enum Kind {
        PERMISSION,
        BASIS,
        FOUR_EYES,
        EDITION,
        KEY,
        VERSION,
        SETTINGS,
        /// Nothing is shown without saying what for.
        PURPOSE,
        /// Nothing is shown outside one's assignment without a reason of one's own.
        REASON,
        /// Beyond what the service allows one person in a day.
        LIMIT,
        /// A break is due.
        BREAK
    }

    private final Kind kind;

    public Refusal(Kind kind, String reason) {
        super(reason);
        this.kind = kind;
    }

    /// Why it was declined.
    public Kind kind() {
        return kind;
    }
}
