package vigie.evidence.ledger.checkpoint;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import vigie.model.material.Sha256;

/// What a ledger was at one moment, signed: a C2SP tlog-checkpoint with one extension line, the
/// time.
///
/// @param size how many entries it covers
/// @param root the root of their tree
/// @param at   when the signer's clock said that it was signed
/// @param note the whole signed note, exactly as it was signed and kept
public record Checkpoint(Origin origin, long size, Sha256 root, Instant at, String note) {
    private static final String DASH = "\u2014 ";

    /// Signs what a ledger is now.
    public static Checkpoint sign(
            Origin origin, long size, Sha256 root, Instant at, SigningKey key) {
        String body = body(origin, size, root, at);
        VerifierKey verifier = key.verifier(origin);
        byte[] signature = key.sign(body.getBytes(StandardCharsets.UTF_8));
        byte[] named = Arrays.copyOf(verifier.idBytes(), 4 + signature.length);
        System.arraycopy(signature, 0, named, 4, signature.length);
        String note =
                body
                        + "\n"
                        + DASH
                        + origin
                        + " "
                        + Base64.getEncoder().encodeToString(named)
                        + "\n";
        return new Checkpoint(origin, size, root, at, note);
    }

    /// The checkpoint that these bytes are, signed by this key.
    ///
    /// @throws BadCheckpoint if they are none, or one of another ledger, or not signed by the key
    public static Checkpoint open(byte[] bytes, VerifierKey key) throws BadCheckpoint {
        Checkpoint checkpoint = parse(bytes);
        if (!checkpoint.origin.equals(key.origin())) {
            throw new BadCheckpoint(
                    "a foreign checkpoint, of " + checkpoint.origin + ", not of " + key.origin());
        }
        byte[] signature = checkpoint.signature();
        if (!Arrays.equals(key.idBytes(), 0, 4, signature, 0, 4)) {
            throw new BadCheckpoint("signed by another key than " + key.id());
        }
        byte[] body = checkpoint.body().getBytes(StandardCharsets.UTF_8);
        if (!key.signed(body, Arrays.copyOfRange(signature, 4, signature.length))) {
            throw new BadCheckpoint("the signature of key " + key.id() + " does not hold");
        }
        return checkpoint;
    }

    /// The checkpoint that these bytes are, whoever signed it.
    public static Checkpoint parse(byte[] bytes) throws BadCheckpoint {
        String note = new String(bytes, StandardCharsets.UTF_8);
        String[] lines = note.split("\n", -1);
        if (bytes.length > 4096 || lines.length != 7 || !lines[3].startsWith("at ")) {
            throw new BadCheckpoint("not a checkpoint of a ledger");
        }
        try {
            Origin origin = Origin.parse(lines[0]);
            long size = Long.parseLong(lines[1]);
            Sha256 root = Sha256.ofDigest(Base64.getDecoder().decode(lines[2]));
            Instant at = Instant.parse(lines[3].substring(3));
            var checkpoint = new Checkpoint(origin, size, root, at, note);
            String signature = Base64.getEncoder().encodeToString(checkpoint.signature());
            String again =
                    body(origin, size, root, at) + "\n" + DASH + origin + " " + signature + "\n";
            if (size < 0 || !Arrays.equals(again.getBytes(StandardCharsets.UTF_8), bytes)) {
                throw new BadCheckpoint("not a checkpoint in its exact form");
            }
            return checkpoint;
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new BadCheckpoint("not a checkpoint: " + malformed.getMessage());
        }
    }

    /// The bytes of the signed note.
    public byte[] bytes() {
        return note.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] signature() {
        String line = note.split("\n", -1)[5];
        String start = DASH + origin + " ";
        if (!line.startsWith(start)) {
            throw new IllegalArgumentException("no signature under its origin");
        }
        byte[] named = Base64.getDecoder().decode(line.substring(start.length()));
        if (named.length != 4 + 64) {
            throw new IllegalArgumentException("not an Ed25519 signature");
        }
        return named;
    }

    private String body() {
        return body(origin, size, root, at);
    }

    private static String body(Origin origin, long size, Sha256 root, Instant at) {
        String hash = Base64.getEncoder().encodeToString(root.bytes());
        return origin + "\n" + size + "\n" + hash + "\nat " + at + "\n";
    }
}
