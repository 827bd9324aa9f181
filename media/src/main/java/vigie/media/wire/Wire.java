package vigie.media.wire;

/// The words that both ends share.
///
/// To the worker: [#GREETING], then requests, each a number (long) that the answer repeats, a
/// length (long) and that many bytes of a file. From the worker: frames, each a length (int), a
/// kind (byte) and a body; the first is [#READY], each other is an [#ANSWER]. Answers come in the
/// order of the requests. The end of its input ends the worker.
public final class Wire {
    /// "VGW" and the version of this page.
    public static final int GREETING = 0x56475701;

    /// A frame that says which layers hold: greeting (int), then their names, a space between.
    public static final int READY = 1;

    /// A frame that answers one request: its number (long), then an [vigie.media.examine.Examined].
    public static final int ANSWER = 2;

    /// Room for a clip of 4096 frames with 200 properties; a longer frame is a lie.
    public static final int LONGEST_FRAME = 1 << 20;

    /// Frames of one clip or moving picture: over an hour at one a second.
    public static final int FRAMES = 4096;

    /// Properties of one file.
    public static final int PROPERTIES = 200;

    /// Ways to see one picture: far more than the crops that are tried.
    public static final int VIEWS = 64;

    /// Characters of one property's value; the rest is cut.
    public static final int VALUE = 512;

    /// Characters of any other text.
    public static final int TEXT = 200;

    private Wire() {}
}
