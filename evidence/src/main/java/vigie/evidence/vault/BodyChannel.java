package vigie.evidence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/// The plain body of a stored file; what does not decrypt is named as altered.
final class BodyChannel implements ReadOnlyChannel {
    private final SeekableByteChannel plain;
    private final Path file;

    BodyChannel(SeekableByteChannel plain, Path file) {
        this.plain = plain;
        this.file = file;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!into.hasRemaining()) {
            return 0;
        }
        if (plain.position() >= plain.size()) {
            return -1; // the seal has vouched for the size
        }
        try {
            int count = plain.read(into);
            if (count == 0) {
                throw SealedFile.altered(file, "its body ends early");
            }
            return count;
        } catch (IllegalArgumentException | IllegalStateException broken) {
            throw new IOException(
                    SealedFile.altered(file, "its body does not open").getMessage(), broken);
        } catch (IOException broken) {
            if (broken.getCause() instanceof java.security.GeneralSecurityException) {
                throw SealedFile.altered(file, "a segment does not decrypt");
            }
            throw broken;
        }
    }

    @Override
    public long position() throws IOException {
        return plain.position();
    }

    @Override
    public BodyChannel position(long to) throws IOException {
        plain.position(Math.min(to, plain.size()));
        return this;
    }

    @Override
    public long size() throws IOException {
        return plain.size();
    }

    @Override
    public boolean isOpen() {
        return plain.isOpen();
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
