package vigie.evidence.intake;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/// Little-endian records read from a channel.
final class ZipBytes {
    private ZipBytes() {}

    /// The bytes at `from`, ready to be read as little-endian numbers.
    ///
    /// @throws EOFException where the channel ends before
    static ByteBuffer read(SeekableByteChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(from);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }

    static int u16(ByteBuffer bytes) {
        return Short.toUnsignedInt(bytes.getShort());
    }

    static long u32(ByteBuffer bytes) {
        return Integer.toUnsignedLong(bytes.getInt());
    }
}
