package vigie.sample.export;

/// A file that an export holds, by what is in it: the same asset has the same bytes.
public sealed interface Asset {
    /// The picture or clip of this number in the picture plan.
    record Picture(int number) implements Asset {}

    /// The small picture of the clip of this number.
    record ClipThumb(int number) implements Asset {}

    /// Silence of this length.
    record Voice(int seconds, int serial) implements Asset {}

    /// A sticker.
    record Sticker(int number) implements Asset {}

    /// A small picture of a sticker.
    record StickerThumb(int number) implements Asset {}

    /// A note.
    record Note(int number) implements Asset {}

    /// A contact card.
    record Card(String first, String last, String phone) implements Asset {}

    /// A file as it was made.
    ///
    /// @param width   pixels, or 0 where it is no picture
    /// @param seconds duration, or 0
    /// @param quality JPEG quality in hundredths, or 0
    record Made(long size, int width, int height, int seconds, int quality, String sha256) {}
}
