package vigie.evidence.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Inflates a slice whose deflate stream must end with the slice's last byte.
final class RawInflating extends InflaterInputStream {
    private static final int BUFFER = 64 * 1024;

    private final ChannelSlice slice;

    RawInflating(ChannelSlice slice, Inflater inflater) {
        super(slice, inflater, BUFFER);
        this.slice = slice;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        int read = super.read(into, from, count);
        if (read < 0 && (inf.getRemaining() > 0 || !slice.exhausted())) {
            throw new MemberName.Unacceptable("a member's bytes go on after its end");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        try (InputStream _ = in) {
            inf.end();
        }
    }
}
