package vigie.evidence.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/// What kind of archive bytes are, if any, by what they hold.
enum ArchiveKind {
    ZIP,
    TAR,
    GZIPPED_TAR,
    NONE;

    /// How many first bytes tell.
    static final int HEAD = 8192;

    static ArchiveKind of(byte[] head) {
        if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (TarHeader.isTar(head)) {
            return TAR;
        }
        return starts(head, 0x1F, 0x8B, 8) && TarHeader.isTar(unpacked(head)) ? GZIPPED_TAR : NONE;
    }

    private static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (Byte.toUnsignedInt(head[i]) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] unpacked(byte[] head) {
        byte[] block = new byte[512];
        int done = 0;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(head))) {
            while (done < block.length) {
                int read = in.read(block, done, block.length - done);
                if (read < 0) {
                    break;
                }
                done += read;
            }
        } catch (IOException _) {
            // Cut off where the head ends, or no gzip: what was unpacked before tells.
        }
        return done == block.length ? block : new byte[0];
    }
}
