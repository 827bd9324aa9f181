package vigie.evidence.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/// Some bytes of a channel, read in order; says how many it gave.
final class ChannelSlice extends BulkStream {
    private final SeekableByteChannel channel;
    private final long start;
    private final long length;
    private long given;
    private boolean failed;

    ChannelSlice(SeekableByteChannel channel, long start, long length) {
        this.channel = channel;
        this.start = start;
        this.length = length;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (given == length) {
            return -1;
        }
        int wanted = (int) Math.min(count, length - given);
        try {
            int read = channel.position(start + given).read(ByteBuffer.wrap(into, from, wanted));
            given += Math.max(0, read);
            return read;
        } catch (IOException why) {
            failed = true;
            throw why;
        }
    }

    /// How many bytes were read.
    long given() {
        return given;
    }

    /// Whether the channel itself failed, so that what was thrown says nothing of the format.
    boolean failed() {
        return failed;
    }

    /// Whether all were read.
    boolean exhausted() {
        return given == length;
    }
}
