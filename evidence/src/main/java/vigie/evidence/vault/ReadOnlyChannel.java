package vigie.evidence.vault;

import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/// A channel that cannot write.
interface ReadOnlyChannel extends SeekableByteChannel {
    @Override
    default int write(ByteBuffer bytes) {
        throw new NonWritableChannelException();
    }

    @Override
    default SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
