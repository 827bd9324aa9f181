package vigie.media.digest;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/// The digests of some bytes.
///
/// @param bytes how many they are
/// @param hex   each digest that was asked for, in lower case
public record Digests(long bytes, Map<Algorithm, String> hex) {
    private static final int BLOCK = 1 << 16;

    public Digests {
        hex = Map.copyOf(hex);
    }

    /// The digest of this kind.
    ///
    /// @throws IllegalArgumentException if it was not asked for
    public String hex(Algorithm algorithm) {
        String digest = hex.get(algorithm);
        if (digest == null) {
            throw new IllegalArgumentException("not asked for: " + algorithm);
        }
        return digest;
    }

    /// The digests of bytes at hand.
    public static Digests of(byte[] bytes, Set<Algorithm> algorithms) {
        var running = new Running(algorithms);
        for (int at = 0; at < bytes.length; at += BLOCK) {
            running.update(bytes, at, Math.min(BLOCK, bytes.length - at));
        }
        return running.finish();
    }

    /// The digests of a stream, read to its end.
    public static Digests of(InputStream stream, Set<Algorithm> algorithms) throws IOException {
        var running = new Running(algorithms);
        var block = new byte[BLOCK];
        for (int n; (n = stream.readNBytes(block, 0, BLOCK)) > 0; ) {
            running.update(block, 0, n);
        }
        return running.finish();
    }

    /// Digests of bytes that are still coming: each block meets every digest while it is in the
    /// cache.
    ///
    /// MD5, and the SHA-256 of processors that have instructions for it, spend their time waiting
    /// for their own last step. Two that take turns after every step of 64 bytes fill each other's
    /// waits, inside one core, so the pair costs little more than the slower of them alone.
    static final class Running {
        /// What each of these digests takes in one step.
        private static final int STEP = 64;

        private final Map<Algorithm, MessageDigest> digests = new EnumMap<>(Algorithm.class);
        private final MessageDigest[] all;
        private long bytes;

        Running(Set<Algorithm> algorithms) {
            algorithms.forEach(algorithm -> digests.put(algorithm, algorithm.start()));
            all = digests.values().toArray(MessageDigest[]::new);
        }

        /// Takes more bytes; a length that is no multiple of 64 makes those after it slower.
        void update(byte[] block, int from, int length) {
            int first = 0;
            int last = all.length - 1;
            for (; first < last; first++, last--) {
                inTurns(all[first], all[last], block, from, from + length);
            }
            if (first == last) {
                all[first].update(block, from, length);
            }
            bytes += length;
        }

        private static void inTurns(
                MessageDigest one, MessageDigest other, byte[] block, int from, int to) {
            for (int at = from; at < to; at += STEP) {
                int length = Math.min(STEP, to - at);
                one.update(block, at, length);
                other.update(block, at, length);
            }
        }

        Digests finish() {
            var hex = new EnumMap<Algorithm, String>(Algorithm.class);
            digests.forEach(
                    (algorithm, digest) ->
                            hex.put(algorithm, HexFormat.of().formatHex(digest.digest())));
            return new Digests(bytes, hex);
        }
    }
}
