package vigie.evidence.intake;

import static vigie.evidence.intake.ZipBytes.u16;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// The sizes and place of a member, from its record and the extra field of large members.
record ZipExtra(long plain, long compressed, long header, long disk) {
    private static final int LARGE = 1;
    private static final long MARK = 0xFFFFFFFFL;
    private static final int DISK_MARK = 0xFFFF;

    /// Null where the extra field does not fit together.
    static @Nullable ZipExtra read(
            ByteBuffer extra, long plain, long compressed, long header, long disk) {
        boolean needed = plain == MARK || compressed == MARK || header == MARK || disk == DISK_MARK;
        while (extra.remaining() >= 4) {
            int id = u16(extra);
            int length = u16(extra);
            if (length > extra.remaining()) {
                return null;
            }
            if (id != LARGE) {
                extra.position(extra.position() + length);
                continue;
            }
            ByteBuffer large = extra.slice(extra.position(), length).order(extra.order());
            int wanted =
                    (plain == MARK ? 8 : 0)
                            + (compressed == MARK ? 8 : 0)
                            + (header == MARK ? 8 : 0)
                            + (disk == DISK_MARK ? 4 : 0);
            if (length < wanted) {
                return null;
            }
            ZipExtra read =
                    new ZipExtra(
                            plain == MARK ? large.getLong() : plain,
                            compressed == MARK ? large.getLong() : compressed,
                            header == MARK ? large.getLong() : header,
                            disk == DISK_MARK ? large.getInt() : disk);
            return read.plain < 0 || read.compressed < 0 || read.header < 0 ? null : read;
        }
        return needed ? null : new ZipExtra(plain, compressed, header, disk);
    }
}
