package vigie.store.media;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import vigie.media.pdq.PdqHash;

/// PDQ hashes as rows hold them: 32 bytes each, the most significant first.
final class Pdqs {
    private static final int WIDTH = 32;

    private Pdqs() {}

    static byte[] bytes(PdqHash hash) {
        return bytes(List.of(hash));
    }

    static byte[] bytes(List<PdqHash> hashes) {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * WIDTH);
        for (PdqHash hash : hashes) {
            bytes.putLong(hash.w0()).putLong(hash.w1()).putLong(hash.w2()).putLong(hash.w3());
        }
        return bytes.array();
    }

    static PdqHash hash(byte[] bytes) {
        return hashes(bytes).getFirst();
    }

    static List<PdqHash> hashes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<PdqHash> hashes = new ArrayList<>(bytes.length / WIDTH);
        while (buffer.remaining() >= WIDTH) {
            hashes.add(
                    new PdqHash(
                            buffer.getLong(),
                            buffer.getLong(),
                            buffer.getLong(),
                            buffer.getLong()));
        }
        return hashes;
    }
}
