package vigie.media.digest;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
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
        for (int n = stream.read(block); n >= 0; n = stream.read(block)) {
            running.update(block, 0, n);
        }
        return running.finish();
    }

    /// Digests of bytes that are still coming: each block meets every digest while it is in the
    /// cache.
    static final class Running {
        private final Map<Algorithm, MessageDigest> digests = new EnumMap<>(Algorithm.class);
        private final MessageDigest[] all;
        private long bytes;

        Running(Set<Algorithm> algorithms) {
            algorithms.forEach(algorithm -> digests.put(algorithm, algorithm.start()));
            all = digests.values().toArray(MessageDigest[]::new);
        }

        void update(byte[] block, int from, int length) {
            Arrays.stream(all).forEach(digest -> digest.update(block, from, length));
            bytes += length;
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
