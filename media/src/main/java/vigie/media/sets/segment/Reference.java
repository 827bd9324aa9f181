package vigie.media.sets.segment;

/// What a row refers to, packed into eight bytes: a record, and the quality of a PDQ hash.
///
/// @param quality 0 to 100; 0 for other digests
/// @param file    the number of the file of records in its set
/// @param offset  of the record in it; 0 where there is none
public record Reference(int quality, int file, long offset) {
    /// Refers to nothing.
    public static final long NONE = 0;

    public Reference {
        if (quality < 0 || quality > 100 || file < 0 || file > 0xFFFF || offset >>> 40 != 0) {
            throw new IllegalArgumentException("not a reference");
        }
    }

    /// The packed form.
    public long packed() {
        return (long) quality << 56 | (long) file << 40 | offset;
    }

    /// Reads the packed form.
    public static Reference of(long packed) {
        return new Reference(
                (int) (packed >>> 56), (int) (packed >>> 40) & 0xFFFF, packed & (1L << 40) - 1);
    }
}
