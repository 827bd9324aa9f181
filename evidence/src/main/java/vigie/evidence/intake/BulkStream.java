package vigie.evidence.intake;

import java.io.IOException;
import java.io.InputStream;

/// A stream that is read in runs; a single byte is a run of one.
abstract class BulkStream extends InputStream {
    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public abstract int read(byte[] into, int from, int count) throws IOException;
}
