package vigie.evidence.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.evidence.json.CanonicalJson;
import vigie.evidence.json.Json;
import vigie.evidence.json.NotCanonical;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.material.Sha256;

/// One line of a ledger. Its canonical JSON is the leaf of the tree; `docs/formats/ledger.md`
/// states each field.
///
/// @param seq         its number, from 0: its place in the tree
/// @param at          when the ledger's clock said that it was entered, to the millisecond
/// @param commitments by name, SHA-256(salt || text) of each text in its envelope
/// @param envelope    SHA-256 of its sealed envelope; null where it has none
public record Entry(
        long seq,
        Instant at,
        CaseName name,
        Actor operator,
        Verb verb,
        String kind,
        String purpose,
        List<String> recipients,
        List<String> subjects,
        Json.Fields data,
        SortedMap<String, Sha256> commitments,
        @Nullable Sha256 envelope) {
    /// The longest canonical form of an entry, in bytes.
    public static final int MAX_BYTES = 1 << 16;

    private static final int FORMAT = 1;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
    private static final Set<String> KEYS =
            Set.of(
                    "at",
                    "case",
                    "commitments",
                    "data",
                    "envelope",
                    "kind",
                    "operator",
                    "purpose",
                    "recipients",
                    "seq",
                    "subjects",
                    "v",
                    "verb");

    public Entry {
        if (seq < 0 || commitments.isEmpty() != (envelope == null)) {
            throw new IllegalArgumentException("not an entry: " + seq);
        }
        requireWord(kind);
        requirePhrase("purpose", purpose);
        recipients = List.copyOf(recipients);
        subjects = List.copyOf(subjects);
        commitments = Collections.unmodifiableSortedMap(new TreeMap<>(commitments));
        requireRecipients(verb, recipients);
    }

    /// The canonical JSON of the entry, which has no raw newline.
    public byte[] bytes() {
        var hashes = new TreeMap<String, Json>();
        commitments.forEach((key, hash) -> hashes.put(key, new Json.Text(hash.hex())));
        var fields = new TreeMap<String, Json>();
        fields.put("at", new Json.Text(at.toString()));
        fields.put("case", new Json.Text(name.value()));
        fields.put("data", data);
        fields.put("kind", new Json.Text(kind));
        fields.put("operator", new Json.Text(operator.id()));
        fields.put("purpose", new Json.Text(purpose));
        fields.put("seq", new Json.Whole(seq));
        fields.put("v", new Json.Whole(FORMAT));
        fields.put("verb", new Json.Text(verb.word()));
        if (!recipients.isEmpty()) {
            fields.put("recipients", Json.Items.ofTexts(recipients));
        }
        if (!subjects.isEmpty()) {
            fields.put("subjects", Json.Items.ofTexts(subjects));
        }
        if (envelope != null) {
            fields.put("commitments", new Json.Fields(hashes));
            fields.put("envelope", new Json.Text(envelope.hex()));
        }
        return CanonicalJson.write(new Json.Fields(fields));
    }

    /// The entry that these bytes are the canonical JSON of.
    public static Entry parse(byte[] bytes) throws NotCanonical {
        if (bytes.length > MAX_BYTES) {
            throw new NotCanonical(MAX_BYTES, "longer than any entry");
        }
        Json.Fields fields = CanonicalJson.readFields(bytes);
        try {
            return of(fields);
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new NotCanonical(0, "not an entry: " + malformed.getMessage());
        }
    }

    private static Entry of(Json.Fields fields) {
        if (!KEYS.containsAll(fields.values().keySet())) {
            throw new IllegalArgumentException("an unknown field");
        }
        if (fields.whole("v").orElse(0) != FORMAT) {
            throw new IllegalArgumentException("written by another version of the format");
        }
        String time = text(fields, "at");
        Instant at = Instant.parse(time);
        if (!at.toString().equals(time)) {
            throw new IllegalArgumentException("not a time in RFC 3339 UTC: " + time);
        }
        var commitments = new TreeMap<String, Sha256>();
        Json.Fields hashes = fields.fields("commitments").orElse(Json.Fields.NONE);
        hashes.values().keySet().forEach(key -> commitments.put(key, hash(hashes, key)));
        return new Entry(
                fields.whole("seq").orElse(-1),
                at,
                new CaseName(text(fields, "case")),
                new Actor(text(fields, "operator")),
                Verb.of(text(fields, "verb")),
                text(fields, "kind"),
                text(fields, "purpose"),
                fields.items("recipients").map(Json.Items::texts).orElse(List.of()),
                fields.items("subjects").map(Json.Items::texts).orElse(List.of()),
                fields.fields("data").orElseThrow(() -> new IllegalArgumentException("no data")),
                commitments,
                fields.values().containsKey("envelope") ? hash(fields, "envelope") : null);
    }

    private static String text(Json.Fields fields, String key) {
        return fields.text(key).orElseThrow(() -> new IllegalArgumentException("no " + key));
    }

    private static Sha256 hash(Json.Fields fields, String key) {
        return new Sha256(text(fields, key));
    }

    static void requireWord(String kind) {
        if (!WORD.matcher(kind).matches()) {
            throw new IllegalArgumentException("not a kind of entry: " + kind);
        }
    }

    static void requireKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key of an entry: " + key);
        }
    }

    static void requirePhrase(String what, String phrase) {
        boolean plain = phrase.chars().allMatch(c -> c >= ' ' && c != 0x7f);
        if (phrase.isBlank() || phrase.length() > 200 || !plain) {
            throw new IllegalArgumentException("not a " + what + ": one line, 200 characters");
        }
    }

    static void requireRecipients(Verb verb, List<String> recipients) {
        if (verb == Verb.DISCLOSURE && recipients.isEmpty()) {
            throw new IllegalArgumentException("a disclosure names its recipients");
        }
    }
}
