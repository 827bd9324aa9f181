package vigie.evidence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Some bytes of a file as a channel of their own, which closes the file with itself.
final class Window implements ReadOnlyChannel {
    private final FileChannel channel;
    private final long start;
    private final long size;
    private long position;

    Window(FileChannel channel, long start, long end) {
        this.channel = channel;
        this.start = start;
        this.size = end - start;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (position >= size) {
            return -1;
        }
        int limit = into.limit();
        into.limit((int) Math.min(limit, into.position() + size - position));
        int count = channel.read(into, start + position);
        into.limit(limit);
        position += Math.max(0, count);
        return count;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public Window position(long to) {
        if (to < 0) {
            throw new IllegalArgumentException("no position: " + to);
        }
        position = to;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
