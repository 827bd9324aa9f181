package vigie.evidence.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vigie.evidence.json.CanonicalJson;
import vigie.evidence.json.Json;
import vigie.evidence.json.NotCanonical;
import vigie.evidence.ledger.Envelopes.Envelope;
import vigie.evidence.ledger.checkpoint.Origin;
import vigie.model.material.Sha256;

/// Puts texts into an envelope and takes them out again, with a salt for each, so that a commitment
/// cannot be tested against a guess once the envelope is erased.
public final class Seals {
    private static final int SALT = 32;

    private final Origin origin;
    private final Sealer sealer;
    private final SecureRandom random = new SecureRandom();

    public Seals(Origin origin, Sealer sealer) {
        this.origin = origin;
        this.sealer = sealer;
    }

    /// What an entry keeps of its texts: the commitments, and the envelope.
    record Sealed(SortedMap<String, Sha256> commitments, Envelope envelope) {}

    Sealed seal(long seq, Map<String, String> texts) throws GeneralSecurityException {
        var commitments = new TreeMap<String, Sha256>();
        var fields = new TreeMap<String, Json>();
        for (var text : texts.entrySet()) {
            byte[] salt = new byte[SALT];
            random.nextBytes(salt);
            commitments.put(text.getKey(), commitment(salt, text.getValue()));
            var values = Map.of("salt", HexFormat.of().formatHex(salt), "text", text.getValue());
            fields.put(text.getKey(), Json.Fields.ofTexts(values));
        }
        byte[] plain = CanonicalJson.write(new Json.Fields(fields));
        return new Sealed(commitments, new Envelope(seq, sealer.seal(plain, associated(seq))));
    }

    /// The texts of an entry's envelope, each checked against the commitment.
    ///
    /// @throws GeneralSecurityException if the envelope does not open or holds other texts
    public SortedMap<String, String> open(Entry entry, byte[] envelope)
            throws GeneralSecurityException {
        byte[] plain = sealer.open(envelope, associated(entry.seq()));
        var texts = new TreeMap<String, String>();
        try {
            var fields = CanonicalJson.readFields(plain);
            for (String name : fields.values().keySet()) {
                var values = fields.fields(name).orElse(Json.Fields.NONE);
                byte[] salt = HexFormat.of().parseHex(values.text("salt").orElse(""));
                String text = values.text("text").orElse("");
                if (!commitment(salt, text).equals(entry.commitments().get(name))) {
                    throw new GeneralSecurityException("the text " + name + " is not the entry's");
                }
                texts.put(name, text);
            }
        } catch (NotCanonical | IllegalArgumentException malformed) {
            throw new GeneralSecurityException("the envelope holds no texts", malformed);
        }
        if (!texts.keySet().equals(entry.commitments().keySet())) {
            throw new GeneralSecurityException("the envelope lacks texts of the entry");
        }
        return texts;
    }

    private byte[] associated(long seq) {
        return (origin + "\n" + seq).getBytes(StandardCharsets.UTF_8);
    }

    private static Sha256 commitment(byte[] salt, String text) {
        var digest = Sha256.digest();
        digest.update(salt);
        return Sha256.ofDigest(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
