package vigie.sample.hashset;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// What a set holds of one file.
record Entry(
        String md5, String sha1, String sha256, int size, String type, Optional<String> pdq) {
    static final String JPEG = "image/jpeg";
    static final String MP4 = "video/mp4";

    static Entry of(byte[] bytes, String type, PictureHash hash) throws IOException {
        return new Entry(
                digest("MD5", bytes),
                digest("SHA-1", bytes),
                digest("SHA-256", bytes),
                bytes.length,
                type,
                type.equals(JPEG) ? hash.of(bytes) : Optional.empty());
    }

    private static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + algorithm, impossible);
        }
    }
}
