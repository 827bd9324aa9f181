package vigie.evidence.intake;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/// A gzip stream unpacked, its format's faults told apart from those of the disk below.
final class PackedInput extends BulkStream {
    private static final int BUFFER = 64 * 1024;

    private final Counted packed;
    private final InputStream plain;

    /// That the gzip stream is none, or cut short; its message is the reason.
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(String reason) {
            super(reason);
        }
    }

    PackedInput(InputStream bytes) throws IOException {
        packed = new Counted(bytes);
        try {
            plain =
                    GzipCompressorInputStream.builder()
                            .setInputStream(new BufferedInputStream(packed, BUFFER))
                            .setDecompressConcatenated(true)
                            .get();
        } catch (IOException why) {
            throw told(why);
        }
    }

    private IOException told(IOException why) {
        if (packed.failed) {
            return why;
        }
        return new Broken(
                why instanceof EOFException
                        ? "the archive is cut short"
                        : "the archive's bytes do not unpack");
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        try {
            return plain.read(into, from, count);
        } catch (IOException why) {
            throw told(why);
        }
    }

    /// How many packed bytes were read.
    long packed() {
        return packed.count;
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }

    /// Counts, and notes whether what it reads from failed.
    private static final class Counted extends BulkStream {
        private final InputStream in;
        private long count;
        private boolean failed;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                int read = in.read(into, from, length);
                count += Math.max(0, read);
                return read;
            } catch (IOException why) {
                failed = true;
                throw why;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
