package vigie.casework.operation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.SearchIndex.Facets;
import vigie.casework.operation.SearchIndex.Order;
import vigie.casework.operation.SearchIndex.Restriction;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Verb;
import vigie.model.casefile.Refusal;
import vigie.text.query.Query;

/// Asks the messages of a case page by page, as a screen does; each page is a consultation in the
/// ledger.
public final class Searching {
    private Searching() {}

    /// What is asked.
    ///
    /// @param words the query as it was typed, for the ledger's erasable envelope
    /// @param from  how many hits come before the page
    public record Question(
            Query query, String words, Restriction only, Order order, int from, int count) {}

    /// One page of what was found.
    ///
    /// @param total     how many there are on all pages
    /// @param unseen    what no search sees
    /// @param unindexed exhibits that are read and not yet searchable
    public record Page(
            List<Finding.Hit> hits, long total, SearchIndex.Unseen unseen, Set<Integer> unindexed) {
        public Page {
            hits = List.copyOf(hits);
            unindexed = Set.copyOf(unindexed);
        }
    }

    /// A value that narrows a search.
    ///
    /// @param label how a screen calls it
    /// @param query what to add to the query to keep to it, as a person would type it; null where
    ///     no query says so
    public record Narrowing(String label, @Nullable String query, long count) {}

    /// What narrows a search, the most frequent first, months from the latest.
    ///
    /// @param months labels as `2024-06`
    /// @param kinds  labels of [Query.Has#KINDS]
    public record Narrowings(
            List<Narrowing> senders,
            List<Narrowing> conversations,
            List<Narrowing> months,
            List<Narrowing> kinds) {}

    /// One page, entered as a consultation.
    ///
    /// @throws Refusal where the actor may not read what people wrote
    public static Page page(OpenCase opened, Question question, String purpose) throws IOException {
        requireReader(opened);
        Page page;
        try (SearchIndex index = opened.index()) {
            Set<Integer> unindexed =
                    new TreeSet<>(opened.store().gathered(opened.name(), opened.actor()));
            unindexed.removeAll(index.exhibits());
            SearchIndex.Page rows =
                    index.page(
                            question.query(),
                            question.only(),
                            question.order(),
                            question.from(),
                            question.count());
            List<Finding.Hit> hits = new ArrayList<>(rows.rows().size());
            for (StoredMessage message :
                    opened.store().messages(opened.name(), opened.actor(), rows.rows())) {
                hits.add(Finding.hit(message, index.highlights(question.query(), message.text())));
            }
            page = new Page(hits, rows.total(), index.unseen(), unindexed);
        }
        opened.ledger()
                .append(
                        Draft.of(Verb.CONSULTATION, "find", opened.actor(), purpose)
                                .with("from", question.from())
                                .with("shown", page.hits().size())
                                .with("total", page.total())
                                .sealing("query", question.words()));
        return page;
    }

    /// What narrows a question, at most `top` senders, conversations and kinds. Only counts: the
    /// page that they stand on was entered.
    ///
    /// @throws Refusal where the actor may not read what people wrote
    public static Narrowings narrowings(OpenCase opened, Question question, int top)
            throws IOException {
        requireReader(opened);
        Facets facets;
        try (SearchIndex index = opened.index()) {
            facets = index.facets(question.query(), question.only(), top);
        }
        Labels labels =
                opened.store()
                        .labels(
                                opened.name(),
                                opened.actor(),
                                facets.senders().stream().map(Facets.Value::key).toList(),
                                facets.conversations().stream().map(Facets.Value::key).toList());
        return new Narrowings(
                facets.senders().stream().map(value -> sender(value, labels)).toList(),
                facets.conversations().stream().map(value -> conversation(value, labels)).toList(),
                facets.months().stream().map(value -> narrowing(value, "on:")).toList(),
                facets.kinds().stream().map(value -> narrowing(value, "has:")).toList());
    }

    private static Narrowing narrowing(Facets.Value value, String field) {
        return new Narrowing(value.key(), field + value.key(), value.count());
    }

    private static Narrowing sender(Facets.Value value, Labels labels) {
        String key = value.key();
        if (key.startsWith(OPERATOR)) {
            String operator = "operator " + key.substring(OPERATOR.length());
            return new Narrowing(operator, "from:\"" + operator + '"', value.count());
        }
        String unnamed = key.startsWith("~") ? key.substring(1) : key;
        return new Narrowing(
                labels.accounts().getOrDefault(key, unnamed), field("from:", key), value.count());
    }

    private static Narrowing conversation(Facets.Value value, Labels labels) {
        Labels.Conversation known = labels.conversations().get(value.key());
        if (known == null) {
            return new Narrowing(value.key(), field("in:", value.key()), value.count());
        }
        boolean masked = !known.key().equals(value.key());
        return new Narrowing(
                known.name(), masked ? null : field("in:", value.key()), value.count());
    }

    private static final String OPERATOR = "operator:";

    /// A field with its value between quotation marks; null where the value has one itself, which
    /// the language cannot say.
    private static @Nullable String field(String name, String value) {
        boolean quoted = value.chars().anyMatch(c -> "\"“”„‟«»＂「」『』".indexOf(c) >= 0);
        return quoted ? null : name + '"' + value + '"';
    }

    /// Whoever may not read what people wrote is not told how often they wrote a word either.
    static void requireReader(OpenCase opened) {
        if (!opened.store().readsContent(opened.name(), opened.actor())) {
            throw new Refusal(
                    Refusal.Kind.PERMISSION,
                    opened.actor() + " may not read the messages of case " + opened.name());
        }
    }
}
