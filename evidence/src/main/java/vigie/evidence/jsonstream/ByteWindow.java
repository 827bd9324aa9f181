package vigie.evidence.jsonstream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import vigie.evidence.MalformedInput;

/// A window that slides over a stream and knows the offset of each of its bytes. It holds what is
/// not read yet, the string being read, and what follows the mark if one is set.
abstract class ByteWindow {
    /// Longest string, and longest run of bytes held after a mark: far above anything that an
    /// exporter writes, small enough that no input makes the process large.
    static final int LONGEST = 16 << 20;

    /// Words are read whole, so some bytes after the end must be readable; always zero.
    private static final int PADDING = 16;

    /// Fits a cache of the processor and is far larger than most messages.
    private static final int SIZE = 64 << 10;

    private final InputStream in;
    private final String file;

    byte[] buffer = new byte[SIZE + PADDING];

    /// The next byte to read.
    int position;

    /// The first index without a byte.
    int limit;

    /// The first byte of the string or number being read, or -1.
    int start = -1;

    private int mark = -1;
    private long base;

    ByteWindow(InputStream in, long offset, String file) {
        this.in = in;
        this.base = offset;
        this.file = file;
    }

    /// The offset of the next byte to read.
    public final long offset() {
        return base + position;
    }

    final String file() {
        return file;
    }

    /// The offset of the byte at `index`.
    final long offset(int index) {
        return base + index;
    }

    /// The index of the byte at `offset`, which the window must hold.
    final int index(long offset) {
        return (int) (offset - base);
    }

    /// Holds every byte from the next on until [#unmark].
    public final void mark() {
        mark = position;
    }

    /// Lets go of what the mark held.
    public final void unmark() {
        mark = -1;
    }

    /// That the bytes from `offset` on are not what they should be.
    public final MalformedInput malformed(long offset, String reason) {
        return new MalformedInput(file, offset, reason);
    }

    final MalformedInput malformedAt(int index, String reason) {
        return malformed(offset(index), reason);
    }

    final MalformedInput truncated() {
        return malformedAt(limit, "the input ends too early");
    }

    /// Makes at least `count` bytes readable from the position on.
    final void need(int count) throws IOException {
        while (limit - position < count) {
            if (!fill()) {
                throw truncated();
            }
        }
    }

    /// Reads more bytes, moving those held; every index but `position` and `start` is stale after
    /// it. False where the input ends.
    final boolean fill() throws IOException {
        int from = position;
        if (start >= 0) {
            from = Math.min(from, start);
        }
        if (mark >= 0) {
            from = Math.min(from, mark);
        }
        int held = limit - from;
        if (held >= LONGEST) {
            throw malformedAt(from, "longer than " + LONGEST + " bytes");
        }
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, held);
            slide(from);
        } else if (limit == buffer.length - PADDING) {
            int size = Math.min(LONGEST, (buffer.length - PADDING) * 2);
            buffer = Arrays.copyOf(buffer, size + PADDING);
        }
        int count = in.read(buffer, limit, buffer.length - PADDING - limit);
        limit += Math.max(count, 0);
        Arrays.fill(buffer, limit, limit + PADDING, (byte) 0);
        return count > 0;
    }

    private void slide(int by) {
        base += by;
        position -= by;
        limit -= by;
        start = start < 0 ? -1 : start - by;
        mark = mark < 0 ? -1 : mark - by;
    }
}
