package vigie.evidence.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.util.function.Supplier;
import vigie.evidence.EvidenceBytes;
import vigie.evidence.basis.Checked;
import vigie.model.material.Exhibit;

/// An exhibit of the vault, opened under a checked basis.
public final class VaultBytes implements EvidenceBytes {
    private final Exhibit exhibit;
    private final Supplier<Checked> checks;
    private final Clock clock;
    private final Content content;

    /// Plain bytes and how to open them.
    record Content(long size, Opener opener) {}

    /// Opens the plain bytes at their start.
    interface Opener {
        SeekableByteChannel open() throws IOException;
    }

    VaultBytes(Exhibit exhibit, Supplier<Checked> checks, Clock clock, Content content)
            throws IOException {
        if (content.size() != exhibit.size()) {
            throw new IOException(
                    "the vault holds %s with %d bytes, the case with %d"
                            .formatted(exhibit.digest(), content.size(), exhibit.size()));
        }
        this.exhibit = exhibit;
        this.checks = checks;
        this.clock = clock;
        this.content = content;
    }

    @Override
    public Exhibit exhibit() {
        return exhibit;
    }

    @Override
    public InputStream open(long offset) throws IOException {
        if (offset < 0 || offset > exhibit.size()) {
            throw new IOException("no byte " + offset + " in an exhibit of " + exhibit.size());
        }
        SeekableByteChannel channel = channel();
        try {
            return Channels.newInputStream(channel.position(offset));
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    /// The bytes for reading in any order; the caller closes it.
    public SeekableByteChannel channel() throws IOException {
        checks.get().requireFresh(clock);
        return content.opener().open();
    }
}
