package vigie.media.stack;

import vigie.media.examine.Examined.View;

/// Why a file is in its stack. What it is like is named by number: always the one that stands for
/// the stack, or, of files with the same bytes, the first of them.
public sealed interface Because {
    /// It stands for the stack.
    record Stands() implements Because {}

    /// It has the same bytes.
    record Same(long as) implements Because {}

    /// It is a near copy.
    ///
    /// @param to       the picture that it is near to
    /// @param distance how many bits of their hashes differ
    /// @param own      which view of it was compared
    /// @param other    with which view of the other
    /// @param turn     0 where both are the same way up, else how one of the two was turned, 1 to 7
    ///     in the order of [View#turned]
    record Near(long to, int distance, View.Kind own, View.Kind other, int turn)
            implements Because {}

    /// A clip or moving picture shares frames.
    ///
    /// @param with    the one that has them too
    /// @param percent how many of its frames that may match do
    record Frames(long with, int percent) implements Because {}

    /// A picture is a frame of a clip.
    ///
    /// @param of       the clip
    /// @param millis   at which time of it
    /// @param distance how many bits of their hashes differ
    record Still(long of, long millis, int distance) implements Because {}
}
