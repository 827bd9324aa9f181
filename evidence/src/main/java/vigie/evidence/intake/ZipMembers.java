package vigie.evidence.intake;

import static vigie.evidence.intake.ZipBytes.u16;
import static vigie.evidence.intake.ZipBytes.u32;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.zip.Inflater;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import vigie.evidence.MalformedInput;

/// Opens members of a zip archive, each checked against the directory: its local header agrees, its
/// bytes end where the next member starts, inflate to the stated length and have the stated CRC-32.
final class ZipMembers {
    private static final int LOCAL = 0x04034b50;
    private static final int DEFERRED = 1 << 3;
    private static final long MARK = 0xFFFFFFFFL;

    private final String file;
    private final SeekableByteChannel channel;
    private final Allowance allowance;
    private final IdentityHashMap<ZipEntryRecord, Long> ends = new IdentityHashMap<>();

    ZipMembers(
            String file,
            SeekableByteChannel channel,
            ZipDirectory.Listing listing,
            Allowance allowance) {
        this.file = file;
        this.channel = channel;
        this.allowance = allowance;
        List<ZipEntryRecord> entries = listing.entries();
        for (int i = 0; i < entries.size(); i++) {
            boolean last = i + 1 == entries.size();
            ends.put(entries.get(i), last ? listing.directory() : entries.get(i + 1).header());
        }
    }

    /// The plain bytes of a member; valid until the next is opened.
    InputStream open(ZipEntryRecord entry) throws IOException {
        long data;
        try {
            data = data(entry);
        } catch (EOFException _) {
            throw malformed(entry, "a member is cut short");
        }
        Long end = ends.get(entry);
        if (end == null || data + entry.compressed() > end) {
            throw malformed(entry, "two members share bytes of the archive");
        }
        ChannelSlice slice = new ChannelSlice(channel, data, entry.compressed());
        InputStream plain =
                switch (entry.method()) {
                    case ZipEntryRecord.STORED -> slice;
                    case ZipEntryRecord.DEFLATED -> new RawInflating(slice, new Inflater(true));
                    default -> new Deflate64CompressorInputStream(slice);
                };
        return new MemberStream(
                plain, slice, file, entry.header(), entry.plain(), entry.crc(), allowance);
    }

    private long data(ZipEntryRecord entry) throws IOException {
        ByteBuffer bytes = ZipBytes.read(channel, entry.header(), 30);
        if (bytes.getInt() != LOCAL) {
            throw malformed(entry, "a member does not start where the directory says");
        }
        bytes.getShort();
        int flags = u16(bytes);
        int method = u16(bytes);
        bytes.getInt();
        long crc = u32(bytes);
        long compressed = u32(bytes);
        long plain = u32(bytes);
        int nameLength = u16(bytes);
        int extraLength = u16(bytes);
        byte[] name = new byte[nameLength];
        ZipBytes.read(channel, entry.header() + 30, nameLength).get(name);
        if (!Arrays.equals(name, entry.raw())) {
            throw malformed(entry, "a member has another name than the directory says");
        }
        if (method != entry.method() || (flags & 1) != 0) {
            throw malformed(entry, "a member is packed otherwise than the directory says");
        }
        boolean deferred = (flags & DEFERRED) != 0;
        boolean agrees =
                agrees(crc, entry.crc(), deferred)
                        && (agrees(compressed, entry.compressed(), deferred) || compressed == MARK)
                        && (agrees(plain, entry.plain(), deferred) || plain == MARK);
        if (!agrees) {
            throw malformed(entry, "a member has other sizes than the directory says");
        }
        return entry.header() + 30 + nameLength + extraLength;
    }

    private static boolean agrees(long here, long directory, boolean deferred) {
        return here == directory || deferred && here == 0;
    }

    private MalformedInput malformed(ZipEntryRecord entry, String reason) {
        return new MalformedInput(file, entry.header(), reason);
    }
}
