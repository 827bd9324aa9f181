package vigie.evidence.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/// Walks the newline-terminated lines of a file, in the memory of one line.
public final class Lines {
    private static final byte NEWLINE = '\n';

    private final FileChannel file;
    private final long limit;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).flip();
    private long read;
    private long next;
    private byte[] rest = new byte[0];

    /// Starts at byte `from` and sees nothing at or after byte `limit`.
    public Lines(FileChannel file, long from, long limit) {
        this.file = file;
        this.limit = limit;
        this.read = from;
        this.next = from;
    }

    /// The next complete line without its newline, or null where only an incomplete one or none is
    /// left. Of a line longer than any entry, one byte more than the longest entry is given.
    public byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream(512);
        long length = 0;
        while (true) {
            if (!buffer.hasRemaining() && !fill()) {
                rest = line.toByteArray();
                return null;
            }
            int start = buffer.position();
            int at = start;
            while (at < buffer.limit() && buffer.get(at) != NEWLINE) {
                at++;
            }
            int room = Math.min(at - start, Entry.MAX_BYTES + 1 - line.size());
            line.write(buffer.array(), start, room);
            length += at - start;
            if (at < buffer.limit()) {
                buffer.position(at + 1);
                next += length + 1;
                return line.toByteArray();
            }
            buffer.position(at);
        }
    }

    /// Where the line after the last one given starts.
    public long position() {
        return next;
    }

    /// What follows the last newline, cut like a line; known once [#next] gave null.
    public byte[] rest() {
        return rest;
    }

    private boolean fill() throws IOException {
        buffer.clear();
        buffer.limit((int) Math.min(buffer.capacity(), limit - read));
        int count = buffer.hasRemaining() ? file.read(buffer, read) : -1;
        buffer.flip();
        read += Math.max(count, 0);
        return count > 0;
    }
}
