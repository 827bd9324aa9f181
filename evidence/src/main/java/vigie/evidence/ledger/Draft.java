package vigie.evidence.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vigie.evidence.json.Json;
import vigie.model.casefile.Actor;

/// What somebody wants entered; number, time and case are the ledger's.
///
/// Everything here but `sealed` stays for ever in the entry: no names, no words about people.
///
/// @param kind       what sort of act, in a lower-case word: `take`, `read`, `basis`, `minutes`
/// @param operator   who acted
/// @param purpose    what for, in a short phrase of the service
/// @param recipients to whom; a disclosure names at least one
/// @param subjects   ids of the subjects concerned
/// @param data       ids, digests and counts
/// @param sealed     words by name: kept in an erasable envelope, the entry commits to each
public record Draft(
        Verb verb,
        String kind,
        Actor operator,
        String purpose,
        List<String> recipients,
        List<String> subjects,
        Json.Fields data,
        SortedMap<String, String> sealed) {
    /// Words longer than this belong into the vault.
    private static final int SEALED_BYTES = 1 << 20;

    public Draft {
        Entry.requireWord(kind);
        Entry.requirePhrase("purpose", purpose);
        recipients = List.copyOf(recipients);
        subjects = List.copyOf(subjects);
        sealed = Collections.unmodifiableSortedMap(new TreeMap<>(sealed));
        recipients.forEach(recipient -> Entry.requirePhrase("recipient", recipient));
        subjects.forEach(subject -> Entry.requirePhrase("subject", subject));
        data.values().keySet().forEach(Entry::requireKey);
        sealed.forEach(Draft::requireSealable);
        Entry.requireRecipients(verb, recipients);
    }

    /// A draft with neither recipients, subjects, data nor sealed words.
    ///
    /// @throws IllegalArgumentException for a disclosure: use [#disclosure]
    public static Draft of(Verb verb, String kind, Actor operator, String purpose) {
        return new Draft(
                verb,
                kind,
                operator,
                purpose,
                List.of(),
                List.of(),
                Json.Fields.NONE,
                Collections.emptySortedMap());
    }

    /// A draft that discloses to these recipients.
    public static Draft disclosure(
            String kind, Actor operator, String purpose, List<String> recipients) {
        return new Draft(
                Verb.DISCLOSURE,
                kind,
                operator,
                purpose,
                recipients,
                List.of(),
                Json.Fields.NONE,
                Collections.emptySortedMap());
    }

    /// This draft, about these subjects.
    public Draft about(List<String> ids) {
        return new Draft(verb, kind, operator, purpose, recipients, ids, data, sealed);
    }

    /// This draft with one more string among its data.
    public Draft with(String key, String text) {
        return with(data.with(key, text));
    }

    /// This draft with one more number among its data.
    public Draft with(String key, long whole) {
        return with(data.with(key, whole));
    }

    /// This draft with other data.
    public Draft with(Json.Fields other) {
        return new Draft(verb, kind, operator, purpose, recipients, subjects, other, sealed);
    }

    /// This draft with one more text for its envelope.
    public Draft sealing(String name, String text) {
        var more = new TreeMap<>(sealed);
        more.put(name, text);
        return new Draft(verb, kind, operator, purpose, recipients, subjects, data, more);
    }

    private static void requireSealable(String name, String text) {
        Entry.requireKey(name);
        if (text.getBytes(StandardCharsets.UTF_8).length > SEALED_BYTES) {
            throw new IllegalArgumentException("too long to seal: " + name);
        }
    }
}
