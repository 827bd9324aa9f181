package vigie.text.place;

/// What the capital letters of a mention tell.
public enum Written {
    /// A capital where an ordinary word would have none.
    CAPITAL,
    /// No capital.
    LOWER,
    /// A capital that every word would have: at the start of a sentence, or in a text in capitals.
    UNTOLD,
    /// A script without capitals.
    CASELESS
}
