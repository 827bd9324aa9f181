package vigie.media.pixel;

/// How much one file may cost, whatever it claims.
///
/// @param bytes  the size of a file
/// @param pixels the pixels of a picture, or of the frames of a moving one together
/// @param memory the bytes that its pixels may take at once; above it, pixels are left out while
///     decoding, or the picture is refused where its format cannot do so
/// @param frames the frames of a moving picture that are hashed
public record Limits(long bytes, long pixels, long memory, int frames) {
    /// For a process of 512 MB: the largest sensors have 200 million pixels; of a JPEG, up to 100
    /// million are decoded in full where only brightness is needed, 25 million in colour.
    public static final Limits STANDARD = new Limits(64L << 20, 220_000_000, 96L << 20, 32);

    public Limits {
        if (bytes < 1 || pixels < 1 || memory < 1 || frames < 1) {
            throw new IllegalArgumentException("a limit under one");
        }
    }

    /// Refuses a size by its header.
    void check(long width, long height) throws Undecodable {
        if (width < 1 || height < 1) {
            throw Undecodable.malformed("it has no pixels");
        }
        if (width > Integer.MAX_VALUE / height || width * height > pixels) {
            throw Undecodable.tooLarge("it claims " + width + "x" + height + " pixels");
        }
    }
}
