package vigie.store.digest;

import static vigie.store.digest.CanonicalJson.name;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.Reading;
import vigie.model.material.Exhibit;
import vigie.model.material.ReaderVersion;
import vigie.model.material.Sha256;

/// Digests of the rows of the sections `material` and `media`.
///
/// One object serves one thread.
public final class MaterialRows {
    private static final byte[] ABSENT = name("absent");
    private static final byte[] CLAIM = name("claim");
    private static final byte[] CLAIM_STREAM = name("claimStream");
    private static final byte[] CLAIMS = name("claims");
    private static final byte[] DIGEST = name("digest");
    private static final byte[] EVENTS = name("events");
    private static final byte[] EXHIBIT = name("exhibit");
    private static final byte[] FILE = name("file");
    private static final byte[] ITEM = name("item");
    private static final byte[] MESSAGES = name("messages");
    private static final byte[] OFFSET = name("offset");
    private static final byte[] OPERATOR = name("operator");
    private static final byte[] OWNER = name("owner");
    private static final byte[] PARENT = name("parent");
    private static final byte[] PARTIAL = name("partial");
    private static final byte[] PATH = name("path");
    private static final byte[] READER = name("reader");
    private static final byte[] REPAIRED = name("repaired");
    private static final byte[] ROLE = name("role");
    private static final byte[] SIZE = name("size");
    private static final byte[] SKIPPED = name("skipped");
    private static final byte[] TYPE = name("type");
    private static final byte[] UNKNOWN = name("unknown");
    private static final byte[] UNSUPPORTED = name("unsupported");

    private final MessageDigest sha256 = Sha256.digest();
    private final CanonicalJson json = new CanonicalJson();

    /// The digest of an exhibit's row.
    public byte[] exhibit(Exhibit exhibit) {
        json.reset(0).open('{').text(DIGEST, exhibit.digest().hex());
        json.text(PARENT, exhibit.parent() == null ? null : exhibit.parent().hex())
                .text(PATH, exhibit.path())
                .integer(SIZE, exhibit.size())
                .text(TYPE, "exhibit")
                .close('}');
        return digest();
    }

    /// The digest of a reading's row.
    ///
    /// @param operator the number of the pseudonym whose account made the export, or 0
    /// @param owner    the account key of the exporter that the basis states, or ""
    public byte[] reading(Reading reading, Sha256 exhibit, int operator, String owner) {
        json.reset(0)
                .open('{')
                .integer(ABSENT, reading.absent())
                .text(CLAIM_STREAM, reading.claimStream().hex())
                .integer(CLAIMS, reading.claims())
                .integer(EVENTS, reading.events())
                .text(EXHIBIT, exhibit.hex())
                .integer(MESSAGES, reading.messages())
                .integer(OPERATOR, operator, 0)
                .text(OWNER, owner.isEmpty() ? null : owner)
                .truth(PARTIAL, reading.error() != null)
                .text(READER, reading.reader().toString())
                .integer(REPAIRED, reading.repaired())
                .integer(SKIPPED, reading.skipped())
                .text(TYPE, "reading")
                .integer(UNKNOWN, reading.unknown())
                .integer(UNSUPPORTED, reading.unsupported())
                .close('}');
        return digest();
    }

    /// The digest of the row of a reference to a file.
    ///
    /// @param file the digest of the collected file, where there is one
    public byte[] reference(
            Sha256 exhibit,
            long offset,
            int item,
            String role,
            @Nullable String path,
            @Nullable Sha256 file) {
        json.reset(0).open('{').text(EXHIBIT, exhibit.hex());
        json.text(FILE, file == null ? null : file.hex())
                .integer(ITEM, item)
                .integer(OFFSET, offset)
                .text(PATH, path)
                .text(ROLE, role)
                .text(TYPE, "reference")
                .close('}');
        return digest();
    }

    private byte[] digest() {
        sha256.update(json.bytes(), 0, json.length());
        return sha256.digest();
    }

    /// Digests the claims of one exhibit: each as a row, and all as a stream.
    public static final class Claims {
        private final MessageDigest sha256 = Sha256.digest();
        private final MessageDigest stream = Sha256.digest();
        private final CanonicalJson json = new CanonicalJson();
        private final int start;
        private final byte[] end;
        private final byte[] digest = new byte[32];
        private final RowSum sum = new RowSum();
        private long count;

        /// The claims of the exhibit with this digest, as this reader understood them.
        public Claims(Sha256 exhibit, ReaderVersion reader) {
            json.open('{').member(CLAIM);
            start = json.length();
            end =
                    (",\"exhibit\":\"" + exhibit.hex() + "\",\"reader\":\"" + reader + "\"}")
                            .getBytes(StandardCharsets.US_ASCII);
        }

        /// Where the next claim's canonical JSON is to be written.
        public CanonicalJson next() {
            return json.reset(start);
        }

        /// Takes the claim that was written.
        public void taken() {
            try {
                sha256.update(json.bytes(), start, json.length() - start);
                sha256.digest(digest, 0, digest.length);
                stream.update(digest, 0, digest.length);
                json.raw(end, 0, end.length);
                sha256.update(json.bytes(), 0, json.length());
                sha256.digest(digest, 0, digest.length);
            } catch (DigestException impossible) {
                throw new AssertionError("a SHA-256 has 32 bytes", impossible);
            }
            sum.add(digest);
            count++;
        }

        /// How many claims were taken.
        public long count() {
            return count;
        }

        /// The sum over the rows.
        public RowSum sum() {
            return sum;
        }

        /// SHA-256 over the SHA-256 of each claim; to be asked once, at the end.
        public Sha256 streamDigest() {
            return Sha256.ofDigest(stream.digest());
        }
    }
}
