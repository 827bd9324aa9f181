package vigie.readers;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import vigie.evidence.EvidenceBytes;
import vigie.model.material.Exhibit;
import vigie.model.material.Sha256;

/// An exhibit whose bytes are held in memory, handed out a few at a time.
public final class Memory implements EvidenceBytes {
    private final Exhibit exhibit;
    private final byte[] bytes;
    private final int step;

    private Memory(Exhibit exhibit, byte[] bytes, int step) {
        this.exhibit = exhibit;
        this.bytes = bytes;
        this.step = step;
    }

    /// The bytes as an exhibit.
    public static Memory of(byte[] bytes) {
        return of("result.json", bytes);
    }

    /// The bytes as an exhibit with a name.
    public static Memory of(String name, byte[] bytes) {
        return new Memory(
                new Exhibit(1, 1, Sha256.of(bytes), bytes.length, name, null, false),
                bytes,
                Integer.MAX_VALUE);
    }

    /// The text, in UTF-8, as an exhibit.
    public static Memory of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The same exhibit, of which each read gives at most `step` bytes.
    public Memory inSteps(int step) {
        return new Memory(exhibit, bytes, step);
    }

    @Override
    public Exhibit exhibit() {
        return exhibit;
    }

    @Override
    public InputStream open(long offset) {
        int from = (int) offset;
        return new ByteArrayInputStream(bytes, from, bytes.length - from) {
            @Override
            public synchronized int read(byte[] to, int at, int length) {
                return super.read(to, at, Math.min(length, step));
            }
        };
    }
}
