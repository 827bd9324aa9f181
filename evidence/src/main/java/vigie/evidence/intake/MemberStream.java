package vigie.evidence.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import vigie.evidence.MalformedInput;

/// The plain bytes of a zip member, verified: the last byte is given only to a stream whose length
/// and CRC-32 are those stated, so whoever read to the end read the member.
final class MemberStream extends BulkStream {
    private final InputStream plain;
    private final ChannelSlice compressed;
    private final String file;
    private final long header;
    private final long stated;
    private final long crc;
    private final Allowance allowance;
    private final CRC32 found = new CRC32();
    private long given;
    private boolean ended;

    MemberStream(
            InputStream plain,
            ChannelSlice compressed,
            String file,
            long header,
            long stated,
            long crc,
            Allowance allowance) {
        this.plain = plain;
        this.compressed = compressed;
        this.file = file;
        this.header = header;
        this.stated = stated;
        this.crc = crc;
        this.allowance = allowance;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (ended) {
            return -1;
        }
        try {
            int read = plain.read(into, from, count);
            if (read < 0) {
                end();
                return -1;
            }
            given += read;
            found.update(into, from, read);
            bounds(read);
            return read;
        } catch (MemberName.Unacceptable reason) {
            throw new MalformedInput(file, header, String.valueOf(reason.getMessage()));
        } catch (EOFException _) {
            throw new MalformedInput(file, header, "a member is cut short");
        } catch (IOException | IllegalStateException broken) {
            if (broken instanceof IOException && compressed.failed()) {
                throw broken;
            }
            throw new MalformedInput(file, header, "a member's bytes do not unpack");
        }
    }

    private void bounds(int read) throws IOException {
        if (given > stated) {
            throw new MemberName.Unacceptable("a member is longer than it says");
        }
        if (allowance.tooDense(given, compressed.given())) {
            throw new MemberName.Unacceptable(
                    "a member expands more than " + allowance.limits().ratio() + "-fold");
        }
        allowance.take(read);
    }

    private void end() throws IOException {
        if (given != stated) {
            throw new MemberName.Unacceptable("a member is shorter than it says");
        }
        if (!compressed.exhausted()) {
            throw new MemberName.Unacceptable("a member's bytes go on after its end");
        }
        if (found.getValue() != crc) {
            throw new MemberName.Unacceptable("a member's checksum does not fit its bytes");
        }
        ended = true;
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
