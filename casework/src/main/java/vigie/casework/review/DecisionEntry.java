package vigie.casework.review;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import vigie.casework.operation.RowId;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.Verb;
import vigie.model.casefile.Actor;

/// Decisions as entries of the ledger (`docs/formats/ledger.md`): the messages are subjects, words
/// are sealed.
final class DecisionEntry {
    private static final String RELEVANCE = "relevance";
    private static final String TAG = "tag";
    private static final String NOTE = "note";
    private static final String TRANSLATION = "translation";
    private static final String LANGUAGE = "language";
    private static final String WITHDRAW = "withdraw";
    private static final String WITHDRAWS = "withdraws";
    private static final Set<String> KINDS = Set.of(RELEVANCE, TAG, NOTE, TRANSLATION, WITHDRAW);

    private DecisionEntry() {}

    /// The draft that enters a decision about these messages.
    static Draft draft(Decision decision, List<Long> rows, Actor actor, String purpose) {
        return switch (decision) {
            case Decision.Relevance(Verdict verdict) ->
                    draft(RELEVANCE, rows, actor, purpose).with(RELEVANCE, verdict.word());
            case Decision.Tag(String word) -> draft(TAG, rows, actor, purpose).sealing(TAG, word);
            case Decision.Note(String text) ->
                    draft(NOTE, rows, actor, purpose).sealing(NOTE, text);
            case Decision.Translation(String language, String text) ->
                    draft(TRANSLATION, rows, actor, purpose)
                            .with(LANGUAGE, language)
                            .sealing(TRANSLATION, text);
            case Decision.Withdrawal(long entry) ->
                    draft(WITHDRAW, rows, actor, purpose).with(WITHDRAWS, entry);
        };
    }

    private static Draft draft(String kind, List<Long> rows, Actor actor, String purpose) {
        return Draft.of(Verb.DECIDE, kind, actor, purpose)
                .about(rows.stream().map(RowId::text).toList());
    }

    /// Whether an entry holds a decision about messages.
    static boolean is(Entry entry) {
        return entry.verb() == Verb.DECIDE && KINDS.contains(entry.kind());
    }

    /// What an entry decided, by message; nothing where its words were erased.
    static List<Act> read(Entry entry, Ledger ledger) throws IOException {
        Optional<SortedMap<String, String>> texts = ledger.texts(entry);
        if (texts.isEmpty()) {
            return List.of();
        }
        try {
            Decision decision = decision(entry, texts.get());
            return entry.subjects().stream()
                    .map(id -> act(entry, RowId.parse(id), decision))
                    .toList();
        } catch (IllegalArgumentException unknown) {
            throw new IOException(
                    "entry " + entry.seq() + " of the ledger is no decision: a newer program's?",
                    unknown);
        }
    }

    static Act act(Entry entry, long row, Decision decision) {
        return new Act(entry.seq(), row, entry.operator(), entry.at(), decision);
    }

    private static Decision decision(Entry entry, SortedMap<String, String> texts) {
        String kind = entry.kind();
        return switch (kind) {
            case RELEVANCE -> new Decision.Relevance(Verdict.of(data(entry, RELEVANCE)));
            case TAG -> new Decision.Tag(text(texts, TAG));
            case NOTE -> new Decision.Note(text(texts, NOTE));
            case TRANSLATION ->
                    new Decision.Translation(data(entry, LANGUAGE), text(texts, TRANSLATION));
            case WITHDRAW -> new Decision.Withdrawal(entry.data().whole(WITHDRAWS).orElse(-1));
            default -> throw new IllegalArgumentException("not a decision: " + kind);
        };
    }

    private static String data(Entry entry, String name) {
        return entry.data().text(name).orElse("");
    }

    private static String text(SortedMap<String, String> texts, String name) {
        return texts.getOrDefault(name, "");
    }
}
