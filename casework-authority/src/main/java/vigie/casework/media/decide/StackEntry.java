package vigie.casework.media.decide;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import vigie.casework.media.CaseRules;
import vigie.casework.media.DecisionStore.Kept;
import vigie.casework.media.StackDecision;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.Verb;
import vigie.model.casefile.Actor;
import vigie.model.material.Sha256;

/// Decisions about stacks as entries of the ledger: the items are subjects, by digest; words are
/// sealed.
final class StackEntry {
    private static final String CATEGORY = "media-category";
    private static final String NOTE = "media-note";
    private static final String WITHDRAW = "media-withdraw";
    private static final String RULES = "media-rules";
    private static final String SCHEME = "scheme";
    private static final String CODE = "code";
    private static final String WORDS = "words";
    private static final String WITHDRAWS = "withdraws";
    private static final String OPINIONS = "opinions";
    private static final Set<String> KINDS = Set.of(CATEGORY, NOTE, WITHDRAW);

    private StackEntry() {}

    static Draft draft(StackDecision decision, List<Sha256> items, Actor actor, String purpose) {
        return switch (decision) {
            case StackDecision.Category(String scheme, String code) ->
                    draft(CATEGORY, items, actor, purpose).with(SCHEME, scheme).with(CODE, code);
            case StackDecision.Note(String words) ->
                    draft(NOTE, items, actor, purpose).sealing(WORDS, words);
            case StackDecision.Withdrawal(long entry) ->
                    draft(WITHDRAW, items, actor, purpose).with(WITHDRAWS, entry);
        };
    }

    private static Draft draft(String kind, List<Sha256> items, Actor actor, String purpose) {
        return Draft.of(Verb.DECIDE, kind, actor, purpose)
                .about(items.stream().map(Sha256::hex).toList());
    }

    static Draft draft(CaseRules rules, Actor actor, String purpose) {
        return Draft.of(Verb.DECIDE, RULES, actor, purpose)
                .with(SCHEME, rules.scheme())
                .with(OPINIONS, rules.opinions());
    }

    static boolean isDecision(Entry entry) {
        return entry.verb() == Verb.DECIDE && KINDS.contains(entry.kind());
    }

    static boolean isRules(Entry entry) {
        return entry.verb() == Verb.DECIDE && entry.kind().equals(RULES);
    }

    static CaseRules rules(Entry entry) {
        return new CaseRules(
                entry.data().text(SCHEME).orElse(""),
                Math.toIntExact(entry.data().whole(OPINIONS).orElse(1)));
    }

    /// What an entry decided; nothing where its words were erased.
    static Optional<Kept> read(Entry entry, Ledger ledger) throws IOException {
        Optional<SortedMap<String, String>> texts = ledger.texts(entry);
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Kept(
                            entry.seq(),
                            entry.operator(),
                            entry.at(),
                            decision(entry, texts.get()),
                            entry.subjects().stream().map(Sha256::new).toList()));
        } catch (IllegalArgumentException unknown) {
            throw new IOException(
                    "entry " + entry.seq() + " of the ledger is no decision: a newer program's?",
                    unknown);
        }
    }

    private static StackDecision decision(Entry entry, SortedMap<String, String> texts) {
        String kind = entry.kind();
        return switch (kind) {
            case CATEGORY ->
                    new StackDecision.Category(
                            entry.data().text(SCHEME).orElse(""),
                            entry.data().text(CODE).orElse(""));
            case NOTE -> new StackDecision.Note(texts.getOrDefault(WORDS, ""));
            case WITHDRAW -> new StackDecision.Withdrawal(entry.data().whole(WITHDRAWS).orElse(-1));
            default -> throw new IllegalArgumentException("not a decision: " + kind);
        };
    }
}
