package vigie.evidence.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.evidence.json.CanonicalJson;
import vigie.evidence.json.Json;
import vigie.evidence.json.NotCanonical;
import vigie.evidence.ledger.checkpoint.BadCheckpoint;
import vigie.evidence.ledger.checkpoint.Checkpoint;
import vigie.evidence.ledger.checkpoint.VerifierKey;
import vigie.evidence.ledger.tree.InclusionProof;
import vigie.evidence.ledger.tree.TreeHash;
import vigie.model.material.Sha256;

/// All that a stranger needs to check, without this program, that one entry is in a ledger: the
/// entry, its way up to the root, and the signed root.
///
/// It proves that the holder of the key signed a ledger with this entry; that the key is whose one
/// thinks, the key id on a signed checkpoint sheet shows.
public record ProofBundle(
        Entry entry, InclusionProof proof, Checkpoint checkpoint, VerifierKey publicKey) {
    private static final String SCHEMA = "vigie.proof/1";

    /// The bundle as canonical JSON.
    public byte[] toJson() {
        String line = new String(entry.bytes(), StandardCharsets.UTF_8);
        List<String> path = proof.path().stream().map(Sha256::hex).toList();
        return CanonicalJson.write(
                Json.Fields.NONE
                        .with("schema", SCHEMA)
                        .with("entry", line)
                        .with("index", proof.index())
                        .with("size", proof.size())
                        .with("path", Json.Items.ofTexts(path))
                        .with("checkpoint", checkpoint.note())
                        .with("publicKey", publicKey.toString()));
    }

    /// The bundle that these bytes are, if it proves what it says.
    ///
    /// @param trusted the key that must have signed it; if null, the key that the bundle states
    /// @throws BadCheckpoint if its signature does not hold or its way does not lead to the root
    /// @throws NotCanonical if it is no bundle
    public static ProofBundle check(byte[] json, @Nullable VerifierKey trusted) throws IOException {
        Json.Fields fields = CanonicalJson.readFields(json);
        try {
            if (!text(fields, "schema").equals(SCHEMA)) {
                throw new IllegalArgumentException("not a " + SCHEMA);
            }
            VerifierKey stated = VerifierKey.parse(text(fields, "publicKey"));
            if (trusted != null && !trusted.equals(stated)) {
                throw new BadCheckpoint("signed by key " + stated.id() + ", not " + trusted.id());
            }
            Entry entry = Entry.parse(bytes(fields, "entry"));
            List<String> path =
                    fields.items("path")
                            .orElseThrow(() -> new IllegalArgumentException("no path"))
                            .texts();
            var proof =
                    new InclusionProof(
                            fields.whole("index").orElse(-1),
                            fields.whole("size").orElse(-1),
                            path.stream().map(Sha256::new).toList());
            var checkpoint = Checkpoint.open(bytes(fields, "checkpoint"), stated);
            var bundle = new ProofBundle(entry, proof, checkpoint, stated);
            bundle.requireProof();
            return bundle;
        } catch (IllegalArgumentException malformed) {
            throw new NotCanonical(0, "not a proof: " + malformed.getMessage());
        }
    }

    private void requireProof() throws BadCheckpoint {
        if (entry.seq() != proof.index()
                || checkpoint.size() != proof.size()
                || !proof.proves(TreeHash.leaf(entry.bytes()), checkpoint.root())) {
            throw new BadCheckpoint("the entry does not lead to the signed root");
        }
    }

    private static String text(Json.Fields fields, String key) {
        return fields.text(key).orElseThrow(() -> new IllegalArgumentException("no " + key));
    }

    private static byte[] bytes(Json.Fields fields, String key) {
        return text(fields, key).getBytes(StandardCharsets.UTF_8);
    }
}
