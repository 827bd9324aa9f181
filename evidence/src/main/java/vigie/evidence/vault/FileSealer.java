package vigie.evidence.vault;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import vigie.evidence.disk.Durable;
import vigie.evidence.keys.SealingKey;
import vigie.model.material.Sha256;

/// Writes one file of the vault, from its first byte to its seal, in one pass.
final class FileSealer implements Closeable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FileChannel channel;
    private final HashedOutput output;
    private final OutputStream body;
    private final String what;
    private final byte[] bodyKey = new byte[FileSeal.BODY_KEY];

    /// @param what a name of the evidence, for messages
    FileSealer(Path file, HashedOutput.Buffers buffers, String what) throws IOException {
        this.what = what;
        try {
            channel = Durable.newFile(file);
        } catch (IOException why) {
            throw Source.unkept(what, why);
        }
        output = new HashedOutput(channel, buffers);
        RANDOM.nextBytes(bodyKey);
        output.write(FileSeal.MAGIC);
        try {
            body = FileSeal.cipher(bodyKey).newEncryptingStream(output, FileSeal.MAGIC);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has AES-GCM", impossible);
        }
    }

    void write(byte[] bytes, int from, int length) throws IOException {
        try {
            body.write(bytes, from, length);
        } catch (IOException why) {
            throw Source.unkept(what, why);
        }
    }

    /// Ends the body and seals it; the bytes are written, not yet durable.
    Stored finish(FileSeal.Kind kind, Sha256 digest, long size, String name, SealingKey key)
            throws IOException {
        try {
            body.close();
            FileSeal seal = new FileSeal(kind, bodyKey, digest, size, output.digest());
            output.write(seal.sealed(key, name));
            output.finish();
        } catch (IOException why) {
            throw Source.unkept(what, why);
        }
        boolean inPlace = kind == FileSeal.Kind.REFERENCE;
        return new Stored(digest, size, name, output.digest(), output.length(), inPlace, true);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            output.rest();
        }
    }
}
