package vigie.casework.user;

import java.time.Duration;

/// What a link that works once is for.
public enum LinkKind {
    /// Becomes the first user of a home, an administrator.
    FIRST("first", Duration.ofHours(24)),
    /// Sets password and second factor.
    ENROL("enrol", Duration.ofHours(24)),
    /// Signs a made-up user of a sample in, who has no password.
    SIGN_IN("sign-in", Duration.ofHours(1));

    private final String word;
    private final Duration holds;

    LinkKind(String word, Duration holds) {
        this.word = word;
        this.holds = holds;
    }

    /// The kind as it is stored.
    public String word() {
        return word;
    }

    /// For how long such a link holds.
    public Duration holds() {
        return holds;
    }
}
