package vigie.sample.hashset;

/// What the sets hold of a picture that was drawn.
enum Role {
    /// Its bytes are in the alert set.
    ALERT,
    /// Its bytes are in the known set.
    KNOWN,
    /// Its bytes are in both.
    CONFLICT,
    /// Other bytes of the same picture, which no export holds, are in the alert set.
    SIMILAR,
    /// In none.
    NONE;

    boolean alert() {
        return this == ALERT || this == CONFLICT || this == SIMILAR;
    }

    boolean known() {
        return this == KNOWN || this == CONFLICT;
    }
}
