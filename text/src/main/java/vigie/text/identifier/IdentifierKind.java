package vigie.text.identifier;

/// The kinds of identifiers that are found exactly.
public enum IdentifierKind {
    /// A name by which a platform addresses an account or a channel, without its `@`.
    HANDLE,
    /// A telephone number: `+` and digits where it says its country, else its digits alone.
    PHONE,
    /// An e-mail address.
    EMAIL,
    /// An address without `http://`, `https://`, a leading `www.` and the slash at its end; other
    /// schemes stay.
    URL,
    /// A hashtag without its `#`.
    HASHTAG
}
