package vigie.casework.operation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.SearchIndex.Order;
import vigie.casework.operation.SearchIndex.Restriction;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Verb;
import vigie.model.claim.Moment;
import vigie.text.query.Query;
import vigie.text.word.Words;

/// A message among those around it: what came before and after, what it answers, what answers it,
/// and where it was forwarded from.
///
/// @param near      the message, and what stands around it in rows
/// @param originals messages that may be what it was forwarded from, in the order of time: of the
///     account or channel that it names, with its very text, not later than it; an export says no
///     more
/// @param forwards other forwards that name the same origin and have the same text, at most [#MOST]
public record Surroundings(
        Neighbourhood near, List<StoredMessage> originals, List<StoredMessage> forwards) {
    /// More answers, originals or forwards than this are a search, not a surrounding.
    public static final int MOST = 50;

    /// So many words of a text are looked up; texts that agree in them are compared whole.
    private static final int WORDS = 12;

    /// So many candidates with the same words are compared.
    private static final int CANDIDATES = 200;

    public Surroundings {
        originals = List.copyOf(originals);
        forwards = List.copyOf(forwards);
    }

    /// The surroundings of a row, entered as a consultation.
    ///
    /// @param before how many earlier messages
    /// @param after  how many later ones
    /// @throws NoSuchElementException where the case has no such message that the actor may read
    public static Surroundings of(OpenCase opened, long row, int before, int after, String purpose)
            throws IOException {
        Neighbourhood near =
                opened.store()
                        .neighbourhood(opened.name(), opened.actor(), row, before, after, MOST)
                        .orElseThrow(
                                () -> new NoSuchElementException("no message " + RowId.text(row)));
        MessageLinks links = near.links();
        List<StoredMessage> originals = List.of();
        List<StoredMessage> forwards = List.of();
        if (links != null && links.forwarded()) {
            try (SearchIndex index = opened.index()) {
                originals = originals(opened, index, near.message(), links);
                forwards = forwards(opened, index, near.message(), links);
            }
        }
        Surroundings surroundings = new Surroundings(near, originals, forwards);
        opened.ledger()
                .append(
                        Draft.of(Verb.CONSULTATION, "message", opened.actor(), purpose)
                                .about(List.of(RowId.text(row)))
                                .with("shown", surroundings.shown()));
        return surroundings;
    }

    private int shown() {
        Set<Long> rows = new LinkedHashSet<>();
        rows.add(near.message().row());
        near.answered().ifPresent(other -> rows.add(other.row()));
        for (List<StoredMessage> others :
                List.of(near.before(), near.after(), near.answers(), originals, forwards)) {
            others.forEach(other -> rows.add(other.row()));
        }
        return rows.size();
    }

    private static List<StoredMessage> originals(
            OpenCase opened, SearchIndex index, StoredMessage message, MessageLinks links)
            throws IOException {
        String key = links.originKey();
        String name = links.originName();
        Query words = words(message.text());
        List<Query> from = new ArrayList<>();
        if (key != null) {
            from.add(new Query.From(key.startsWith("operator:") ? key.replace(':', ' ') : key));
            from.add(new Query.In(key));
        } else if (name != null) {
            from.add(new Query.From(name));
        }
        if (words == null || from.isEmpty()) {
            return List.of();
        }
        List<Query> parts = List.of(new Query.Or(from), words);
        List<StoredMessage> same = new ArrayList<>();
        for (StoredMessage other : candidates(opened, index, parts, message)) {
            long theirs = other.sent().best();
            long ours = message.sent().best();
            boolean later = theirs != Moment.ABSENT && ours != Moment.ABSENT && theirs > ours;
            if (!later && same.size() < MOST) {
                same.add(other);
            }
        }
        Map<Long, MessageLinks> theirs = links(opened, same);
        same.removeIf(
                other -> {
                    MessageLinks origin = theirs.get(other.row());
                    return origin != null && origin.forwarded();
                });
        return same;
    }

    private static List<StoredMessage> forwards(
            OpenCase opened, SearchIndex index, StoredMessage message, MessageLinks links)
            throws IOException {
        Query words = words(message.text());
        if (words == null) {
            return List.of();
        }
        List<StoredMessage> same =
                candidates(opened, index, List.of(new Query.Has("forward"), words), message);
        Map<Long, MessageLinks> theirs = links(opened, same);
        return same.stream()
                .filter(
                        other -> {
                            MessageLinks origin = theirs.get(other.row());
                            return origin != null && sameOrigin(origin, links);
                        })
                .limit(MOST)
                .toList();
    }

    private static boolean sameOrigin(MessageLinks one, MessageLinks other) {
        String key = one.originKey();
        return key != null && other.originKey() != null
                ? key.equals(other.originKey())
                : one.originName() != null && one.originName().equals(other.originName());
    }

    private static Map<Long, MessageLinks> links(OpenCase opened, List<StoredMessage> messages) {
        return opened.store()
                .links(
                        opened.name(),
                        opened.actor(),
                        messages.stream().map(StoredMessage::row).toList());
    }

    /// Messages with the very text of another, the oldest first.
    private static List<StoredMessage> candidates(
            OpenCase opened, SearchIndex index, List<Query> parts, StoredMessage message)
            throws IOException {
        List<Long> rows =
                index.page(new Query.And(parts), Restriction.NONE, Order.OLDEST, 0, CANDIDATES)
                        .rows();
        return new ArrayList<>(
                opened.store().messages(opened.name(), opened.actor(), rows).stream()
                        .filter(other -> other.row() != message.row())
                        .filter(other -> other.text().equals(message.text()))
                        .toList());
    }

    /// The first words of a text as a phrase, or null where it has none.
    private static @Nullable Query words(String text) {
        List<Words.Word> words = Words.of(text);
        if (words.isEmpty()) {
            return null;
        }
        int end = words.get(Math.min(WORDS, words.size()) - 1).end();
        return new Query.Phrase(text.substring(words.getFirst().start(), end));
    }
}
