package vigie.evidence.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vigie.evidence.MalformedInput;

/// Reads a tar archive (POSIX ustar and pax, GNU long names, v7) strictly and in one pass: members
/// come in the order of the archive, links and special files are refused, and an archive without
/// its end is cut short.
final class TarReader {
    private static final int BLOCK = 512;

    /// Above any pax header or long name that a real archive has.
    private static final int LONGEST_HEADER = 1024 * 1024;

    private final String file;
    private final InputStream in;
    private final @Nullable LongSupplier packed;
    private final Allowance allowance;
    private final MemberNames names = new MemberNames();
    private final byte[] block = new byte[BLOCK];
    private long position;
    private int members;
    private @Nullable Body body;

    /// @param packed how many compressed bytes were read, where `in` unpacks them
    TarReader(String file, InputStream in, @Nullable LongSupplier packed, Allowance allowance) {
        this.file = file;
        this.in = in;
        this.packed = packed;
        this.allowance = allowance;
    }

    /// The next member that is a file, or null after the last.
    @Nullable TarMember next() throws IOException {
        passBody();
        Map<String, String> pax = Map.of();
        String longName = null;
        long first = position;
        while (true) {
            long header = position;
            readBlock(header);
            if (TarHeader.isZero(block)) {
                if (!pax.isEmpty() || longName != null) {
                    throw malformed(first, "a member's header is followed by the archive's end");
                }
                end(header);
                return null;
            }
            TarHeader read = header(header);
            switch (read.kind()) {
                case PAX -> pax = pax(header, read.size());
                case PAX_GLOBAL -> headerBody(header, read.size());
                case LONG_NAME -> longName = longName(header, read.size());
                case FILE, FOLDER -> {
                    TarMember member = member(read, pax, longName, first);
                    if (member != null) {
                        return member;
                    }
                    pax = Map.of();
                    longName = null;
                    first = position;
                }
                case LINK, SPECIAL ->
                        throw malformed(header, "a member is a link or a special file");
                case UNKNOWN -> throw malformed(header, "a member is of an unknown kind");
            }
        }
    }

    private @Nullable TarMember member(
            TarHeader read, Map<String, String> pax, @Nullable String longName, long first)
            throws IOException {
        String name = pax.getOrDefault("path", longName == null ? read.name() : longName);
        if (pax.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse"))) {
            throw malformed(first, "a member is stored with holes, which is not understood");
        }
        long size = read.size();
        if (pax.containsKey("size")) {
            size = number(pax.getOrDefault("size", ""), first);
        }
        if (++members > allowance.limits().members()) {
            throw malformed(
                    first,
                    "the archive has more than " + allowance.limits().members() + " members");
        }
        try {
            String path = MemberName.path(name, false, allowance.limits());
            boolean folder = read.kind() == TarHeader.Kind.FOLDER || name.endsWith("/");
            if (folder) {
                if (size != 0) {
                    throw malformed(first, "a folder holds bytes");
                }
                names.folder(path);
                return null;
            }
            if (path.isEmpty()) {
                throw malformed(first, "a member has no name");
            }
            names.file(path);
            if (size > allowance.limits().memberBytes()) {
                throw malformed(
                        first,
                        "a member is larger than " + allowance.limits().memberBytes() + " bytes");
            }
            body = new Body(first, size);
            return new TarMember(path, size, first);
        } catch (MemberName.Unacceptable reason) {
            throw malformed(first, String.valueOf(reason.getMessage()));
        }
    }

    /// The bytes of the member that [#next] gave, until it is called again.
    InputStream body() {
        if (body == null) {
            throw new IllegalStateException("no member was asked for");
        }
        return body;
    }

    private TarHeader header(long at) throws IOException {
        try {
            return TarHeader.read(block);
        } catch (MemberName.Unacceptable reason) {
            throw malformed(at, String.valueOf(reason.getMessage()));
        }
    }

    private Map<String, String> pax(long at, long size) throws IOException {
        try {
            return TarHeader.pax(headerBody(at, size));
        } catch (MemberName.Unacceptable reason) {
            throw malformed(at, String.valueOf(reason.getMessage()));
        }
    }

    private String longName(long at, long size) throws IOException {
        byte[] raw = headerBody(at, size);
        int end = raw.length;
        while (end > 0 && raw[end - 1] == 0) {
            end--;
        }
        return MemberName.ofTar(Arrays.copyOf(raw, end));
    }

    private byte[] headerBody(long at, long size) throws IOException {
        if (size > LONGEST_HEADER) {
            throw malformed(at, "a header is longer than " + LONGEST_HEADER + " bytes");
        }
        byte[] bytes = new byte[(int) size];
        readFully(bytes, bytes.length, at);
        readFully(block, padding(size), at);
        return bytes;
    }

    private long number(String text, long at) throws MalformedInput {
        if (!text.matches("[0-9]{1,18}")) {
            throw malformed(at, "a member's size is no number");
        }
        return Long.parseLong(text);
    }

    private static int padding(long size) {
        return (int) ((BLOCK - size % BLOCK) % BLOCK);
    }

    /// Two blocks of zeros, then nothing but zeros.
    private void end(long at) throws IOException {
        readBlock(at);
        if (!TarHeader.isZero(block)) {
            throw malformed(at, "the archive's end is followed by more");
        }
        byte[] rest = new byte[16 * 1024];
        for (int count = read(rest, rest.length); count > 0; count = read(rest, rest.length)) {
            for (int i = 0; i < count; i++) {
                if (rest[i] != 0) {
                    throw malformed(position, "the archive's end is followed by more");
                }
            }
        }
    }

    private void passBody() throws IOException {
        if (body == null) {
            return;
        }
        Body passed = body;
        passed.transferTo(OutputStream.nullOutputStream());
        readFully(block, padding(passed.size), passed.header);
        body = null;
    }

    private void readBlock(long header) throws IOException {
        readFully(block, BLOCK, header);
    }

    private void readFully(byte[] into, int count, long header) throws IOException {
        int done = 0;
        while (done < count) {
            int read = unpack(into, done, count - done, header);
            if (read < 0) {
                throw malformed(header, "the archive is cut short");
            }
            done += read;
        }
    }

    private int read(byte[] into, int count) throws IOException {
        return unpack(into, 0, count, position);
    }

    private int unpack(byte[] into, int from, int count, long header) throws IOException {
        int read;
        try {
            read = in.read(into, from, count);
        } catch (PackedInput.Broken broken) {
            throw malformed(header, String.valueOf(broken.getMessage()));
        }
        if (read > 0) {
            position += read;
            try {
                allowance.take(read);
            } catch (MemberName.Unacceptable reason) {
                throw malformed(header, String.valueOf(reason.getMessage()));
            }
        }
        return read;
    }

    private MalformedInput malformed(long at, String reason) {
        return packed == null
                ? new MalformedInput(file, at, reason)
                : new MalformedInput(
                        file,
                        packed.getAsLong(),
                        reason + " (the header is at byte " + at + " of the unpacked tar)");
    }

    /// The bytes of one member.
    private final class Body extends BulkStream {
        private final long header;
        private final long size;
        private long given;

        Body(long header, long size) {
            this.header = header;
            this.size = size;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            if (given == size) {
                return -1;
            }
            int read = unpack(into, from, (int) Math.min(count, size - given), header);
            if (read < 0) {
                throw malformed(header, "the archive is cut short");
            }
            given += read;
            return read;
        }
    }
}
