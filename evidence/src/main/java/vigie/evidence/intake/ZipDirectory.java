package vigie.evidence.intake;

import static vigie.evidence.intake.ZipBytes.u16;
import static vigie.evidence.intake.ZipBytes.u32;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import vigie.evidence.MalformedInput;

/// The central directory of a zip archive (APPNOTE 6.3.10), read strictly: what it states fits
/// together and into the file, or the archive is refused before any member is read.
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END64 = 0x06064b50;
    private static final int LOCATOR64 = 0x07064b50;
    private static final int RECORD = 0x02014b50;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int SPLIT_MARK = 0xFFFF;
    private static final long SIZE_MARK = 0xFFFFFFFFL;

    /// Members that only office documents, books, and programs for Java and Android have.
    private static final Set<String> DOCUMENTS =
            Set.of(
                    "[Content_Types].xml",
                    "META-INF/MANIFEST.MF",
                    "META-INF/container.xml",
                    "AndroidManifest.xml");

    private final String file;
    private final SeekableByteChannel channel;
    private final IntakeLimits limits;
    private final MemberNames names = new MemberNames();
    private final List<ZipEntryRecord> entries = new ArrayList<>();
    private long count;
    private long start;
    private long end;

    private ZipDirectory(String file, SeekableByteChannel channel, IntakeLimits limits) {
        this.file = file;
        this.channel = channel;
        this.limits = limits;
    }

    /// The members of an archive in the order of their bytes in the archive.
    static Listing read(String file, SeekableByteChannel channel, IntakeLimits limits)
            throws IOException {
        ZipDirectory directory = new ZipDirectory(file, channel, limits);
        directory.end();
        directory.records();
        directory.apart();
        return new Listing(directory.entries, directory.start);
    }

    /// What a directory states.
    ///
    /// @param entries   its members in the order of their bytes
    /// @param directory the offset of the directory, where the last member must have ended
    record Listing(List<ZipEntryRecord> entries, long directory) {}

    private void end() throws IOException {
        long size = channel.size();
        int tail = (int) Math.min(size, 22 + LONGEST_COMMENT);
        ByteBuffer bytes = ZipBytes.read(channel, size - tail, tail);
        for (int at = tail - 22; at >= 0; at--) {
            if (bytes.getInt(at) == END
                    && at + 22 + Short.toUnsignedInt(bytes.getShort(at + 20)) == tail) {
                end(bytes.position(at + 4), size - tail + at);
                return;
            }
        }
        throw malformed(size, "the archive has no end: it is cut short or no zip");
    }

    private void end(ByteBuffer bytes, long at) throws IOException {
        int disk = u16(bytes);
        int startDisk = u16(bytes);
        long onDisk = u16(bytes);
        count = u16(bytes);
        long length = u32(bytes);
        start = u32(bytes);
        end = at;
        boolean large =
                onDisk == SPLIT_MARK
                        || count == SPLIT_MARK
                        || length == SIZE_MARK
                        || start == SIZE_MARK;
        if (large && at >= 20) {
            ByteBuffer locator = ZipBytes.read(channel, at - 20, 20);
            if (locator.getInt() == LOCATOR64) {
                locator.getInt();
                long at64 = locator.getLong();
                ByteBuffer end64 = end64(at64, at - 20);
                disk = end64.getInt();
                startDisk = end64.getInt();
                onDisk = end64.getLong();
                count = end64.getLong();
                length = end64.getLong();
                start = end64.getLong();
                end = at64;
            }
        }
        if (disk != 0 || startDisk != 0 || onDisk != count) {
            throw malformed(at, "the archive is split into several files");
        }
        if (start < 0 || length < 0 || start > end || start + length != end) {
            throw malformed(at, "the directory does not lie where the archive's end says");
        }
        if (count < 0 || count > limits.members()) {
            throw malformed(at, "the archive has more than " + limits.members() + " members");
        }
    }

    private ByteBuffer end64(long at, long locator) throws IOException {
        if (at < 0 || at > locator - 56) {
            throw malformed(locator, "the large archive's end does not lie where it says");
        }
        ByteBuffer bytes = ZipBytes.read(channel, at, 56);
        if (bytes.getInt() != END64 || bytes.getLong() + 12 != locator - at) {
            throw malformed(at, "the large archive's end is none");
        }
        return bytes.position(16);
    }

    private void records() throws IOException {
        long at = start;
        for (long number = 0; number < count; number++) {
            try {
                at = record(at);
            } catch (EOFException _) {
                throw malformed(at, "the directory is cut short");
            } catch (MemberName.Unacceptable reason) {
                throw malformed(at, String.valueOf(reason.getMessage()));
            }
        }
        if (at != end) {
            throw malformed(at, "the directory is longer than its members");
        }
    }

    private long record(long at) throws IOException {
        if (at > end - 46) {
            throw malformed(at, "the directory has fewer members than it says");
        }
        ByteBuffer bytes = ZipBytes.read(channel, at, 46);
        if (bytes.getInt() != RECORD) {
            throw malformed(at, "a record of the directory is none");
        }
        int madeBy = u16(bytes) >> 8;
        bytes.getShort();
        int flags = u16(bytes);
        int method = u16(bytes);
        bytes.getInt();
        long crc = u32(bytes);
        long compressed = u32(bytes);
        long plain = u32(bytes);
        int nameLength = u16(bytes);
        int extraLength = u16(bytes);
        int commentLength = u16(bytes);
        int disk = u16(bytes);
        bytes.getShort();
        int mode = bytes.getInt() >>> 16;
        long header = u32(bytes);
        long next = at + 46 + nameLength + extraLength + commentLength;
        if (next > end) {
            throw malformed(at, "a record of the directory is longer than the directory");
        }
        byte[] raw = new byte[nameLength];
        ByteBuffer rest = ZipBytes.read(channel, at + 46, nameLength + extraLength);
        rest.get(raw);
        ZipExtra extra = ZipExtra.read(rest, plain, compressed, header, disk);
        if (extra == null) {
            throw malformed(at, "the sizes of a member cannot be read");
        }
        if (extra.disk() != 0) {
            throw malformed(at, "a member lies in another file of a split archive");
        }
        if ((flags & ENCRYPTED) != 0) {
            throw malformed(at, "a member is encrypted");
        }
        if (method != ZipEntryRecord.STORED
                && method != ZipEntryRecord.DEFLATED
                && method != ZipEntryRecord.DEFLATE64) {
            throw malformed(at, "a member is compressed by method " + method + ", not understood");
        }
        add(raw, ZipHost.of(madeBy, mode), flags, method, crc, extra, at);
        return next;
    }

    private void add(
            byte[] raw, ZipHost host, int flags, int method, long crc, ZipExtra extra, long at)
            throws IOException {
        if (host == ZipHost.SPECIAL) {
            throw malformed(at, "a member is a link or a special file");
        }
        String name = MemberName.ofZip(raw);
        String path = MemberName.path(name, host == ZipHost.WINDOWS, limits);
        boolean folder = name.endsWith("/") || host == ZipHost.WINDOWS && name.endsWith("\\");
        if (folder) {
            if (extra.plain() != 0) {
                throw malformed(at, "a folder holds bytes");
            }
            names.folder(path);
        } else {
            if (path.isEmpty()) {
                throw malformed(at, "a member has no name");
            }
            names.file(path);
        }
        if (method == ZipEntryRecord.STORED && extra.plain() != extra.compressed()) {
            throw malformed(at, "a stored member states two sizes");
        }
        if (extra.plain() > limits.memberBytes()) {
            throw malformed(at, "a member is larger than " + limits.memberBytes() + " bytes");
        }
        entries.add(
                new ZipEntryRecord(
                        path,
                        raw,
                        folder,
                        method,
                        flags,
                        crc,
                        extra.compressed(),
                        extra.plain(),
                        extra.header(),
                        at));
    }

    /// No two members share a byte, as far as the directory tells; their local headers tell the
    /// rest when they are read.
    private void apart() throws MalformedInput {
        entries.sort(Comparator.comparingLong(ZipEntryRecord::header));
        for (int i = 0; i < entries.size(); i++) {
            ZipEntryRecord entry = entries.get(i);
            long next = i + 1 < entries.size() ? entries.get(i + 1).header() : start;
            long least = 30L + entry.raw().length + entry.compressed();
            if (entry.header() < 0
                    || entry.compressed() < 0
                    || entry.plain() < 0
                    || least < 0
                    || least > next - entry.header()) {
                throw malformed(entry.record(), "two members share bytes of the archive");
            }
        }
    }

    /// Whether the archive is a document or program that happens to be a zip, which is kept whole.
    static boolean isDocument(List<ZipEntryRecord> entries) {
        return entries.stream()
                .anyMatch(
                        entry ->
                                DOCUMENTS.contains(entry.path())
                                        || entry.path().equals("mimetype") && entry.header() == 0);
    }

    private MalformedInput malformed(long at, String reason) {
        return new MalformedInput(file, at, reason);
    }
}
