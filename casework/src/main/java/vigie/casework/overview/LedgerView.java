package vigie.casework.overview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vigie.casework.operation.OpenCase;
import vigie.casework.user.Role;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.Sieve;
import vigie.evidence.ledger.Verb;

/// A ledger as somebody may read it.
public final class LedgerView {
    /// Kinds whose words say what was done with evidence, and nothing that people wrote in it.
    private static final Set<String> CUSTODY =
            Set.of(
                    "case",
                    "admit",
                    "basis",
                    "acquisition",
                    "take",
                    "read",
                    "find",
                    "minutes",
                    "reveal",
                    "lift");

    /// Who looked at what, and who was shown something: not for colleagues, and not for whoever
    /// leads them.
    private static final Set<Verb> LOOKING = Set.of(Verb.CONSULTATION, Verb.REVEAL);

    private final Ledger ledger;
    private final Sight sight;

    /// What somebody may read.
    ///
    /// @param consultations who looked at what, and who was shown what
    /// @param content       words about evidence: notes, translations
    public record Sight(boolean consultations, boolean content) {
        /// What a user in this role may read.
        public static Sight of(Role role) {
            return new Sight(role.seesConsultations(), role.readsContent());
        }
    }

    /// What there is of the words that an entry sealed.
    public enum Words {
        /// It sealed none.
        NONE,
        SHOWN,
        /// They were erased, by an entry that says so.
        ERASED,
        /// They are not for this reader.
        WITHHELD
    }

    /// An entry and, where they may be shown, its words by name.
    public record Line(Entry entry, Words words, SortedMap<String, String> texts) {
        public Line {
            texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        }
    }

    /// Entries, the newest first.
    ///
    /// @param size how many the ledger has, those not shown among them
    /// @param next below which number the next page starts, if there may be one
    public record Part(List<Line> lines, long size, OptionalLong next) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    public LedgerView(OpenCase opened, Sight sight) {
        this.ledger = opened.ledger();
        this.sight = sight;
    }

    /// The newest entries numbered below `before`.
    public Part page(long before, int limit) throws IOException {
        List<Entry> entries =
                ledger.newest(
                        before,
                        limit,
                        sight.consultations
                                ? Sieve.ALL
                                : Sieve.without(Verb.CONSULTATION, Verb.REVEAL));
        List<Line> lines = new ArrayList<>();
        for (Entry entry : entries) {
            lines.add(line(entry));
        }
        boolean more = entries.size() == limit && entries.getLast().seq() > 0;
        return new Part(
                lines,
                ledger.size(),
                more ? OptionalLong.of(entries.getLast().seq()) : OptionalLong.empty());
    }

    /// One entry, if there is one of that number that this reader may see.
    public Optional<Line> entry(long seq) throws IOException {
        if (seq < 0 || seq >= ledger.size()) {
            return Optional.empty();
        }
        Entry entry = ledger.entry(seq);
        return LOOKING.contains(entry.verb()) && !sight.consultations
                ? Optional.empty()
                : Optional.of(line(entry));
    }

    private Line line(Entry entry) throws IOException {
        if (entry.envelope() == null) {
            return new Line(entry, Words.NONE, Collections.emptySortedMap());
        }
        if (!sight.content && !CUSTODY.contains(entry.kind())) {
            return new Line(entry, Words.WITHHELD, Collections.emptySortedMap());
        }
        return ledger.texts(entry)
                .map(texts -> new Line(entry, Words.SHOWN, texts))
                .orElseGet(() -> new Line(entry, Words.ERASED, Collections.emptySortedMap()));
    }
}
