package vigie.text.identifier;

/// An identifier and where it stands in a text.
///
/// @param value  its normal form, see [Normal]
/// @param offset where it starts, in UTF-16 units, its `@` or `#` included
/// @param length its length in the text, in UTF-16 units; 0 where it is the hidden target of a link
public record Found(IdentifierKind kind, String value, int offset, int length) {
    /// The end of the passage.
    public int end() {
        return offset + length;
    }
}
