package vigie.casework.operation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import vigie.evidence.EvidenceBytes;
import vigie.model.material.Exhibit;

/// Evidence whose failures are told from those of whatever its claims are written to.
record GuardedBytes(EvidenceBytes bytes) implements EvidenceBytes {
    @Override
    public Exhibit exhibit() {
        return bytes.exhibit();
    }

    @Override
    public InputStream open(long offset) throws IOException {
        try {
            return new Guarded(bytes.open(offset));
        } catch (IOException why) {
            throw new UnreadableEvidence(why);
        }
    }

    private static final class Guarded extends FilterInputStream {
        Guarded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException why) {
                throw new UnreadableEvidence(why);
            }
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            try {
                return super.read(into, from, count);
            } catch (IOException why) {
                throw new UnreadableEvidence(why);
            }
        }
    }
}
