package vigie.model.material;

/// A run of bytes within an exhibit: where it starts, counted from 0, and how many bytes it has.
public record Span(long offset, long length) {
    public Span {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("not a span: " + offset + "+" + length);
        }
    }

    /// The offset of the first byte after the span.
    public long end() {
        return offset + length;
    }
}
