package vigie.media.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A digest that hash sets hold.
public enum Algorithm {
    SHA256("SHA-256"),
    SHA1("SHA-1"),
    MD5("MD5");

    private final String standard;

    Algorithm(String standard) {
        this.standard = standard;
    }

    MessageDigest start() {
        try {
            return MessageDigest.getInstance(standard);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has " + standard, impossible);
        }
    }
}
