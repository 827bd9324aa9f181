package vigie.store.index;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;
import vigie.text.identifier.IdentifierKind;
import vigie.text.query.Query;
import vigie.text.word.Folding;
import vigie.text.word.Words;

/// Turns a query into Lucene's terms.
final class QueryCompiler {
    /// A phrase whose last word is cut short is looked up under so many words that start so; with
    /// more of them, that word may stand anywhere.
    private static final int MAX_ENDINGS = 256;

    /// A longer phrase is looked up in pieces of so many words, which may stand in any order: a
    /// repeated word would else be compared with itself thousands of times in each message.
    private static final int MAX_PHRASE = 50;

    /// National numbers with fewer digits are looked up whole.
    private static final int MIN_TAIL = 6;

    private static final Pattern OPERATOR = Pattern.compile("operator[ :]?([0-9]{1,9})");

    private final IndexSearcher searcher;
    private final CommitState state;

    QueryCompiler(IndexSearcher searcher, CommitState state) {
        this.searcher = searcher;
        this.state = state;
    }

    /// Whether the order of what a query finds depends on how much of it each message holds.
    static boolean isRanked(Query query) {
        return switch (query) {
            case Query.Or _ -> true;
            case Query.And(var parts) -> parts.stream().anyMatch(QueryCompiler::isRanked);
            case Query.Word _,
                    Query.Phrase _,
                    Query.Prefix _,
                    Query.Identifier _,
                    Query.From _,
                    Query.In _,
                    Query.Sent _,
                    Query.Has _,
                    Query.Not _,
                    Query.Everything _ ->
                    false;
        };
    }

    /// What Lucene is asked; a query without any word finds nothing.
    org.apache.lucene.search.Query compile(Query query) throws IOException {
        var compiled = any(query);
        return compiled == null ? new MatchNoDocsQuery("no word") : compiled;
    }

    private org.apache.lucene.search.@Nullable Query any(Query query) throws IOException {
        return switch (query) {
            case Query.Word(String text) -> phrase(text);
            case Query.Phrase(String text) -> phrase(text);
            case Query.Prefix(String text) -> prefix(text);
            case Query.Identifier(var kind, String value, boolean prefix) ->
                    identifier(kind, value, prefix);
            case Query.From(String author) -> from(author);
            case Query.In(String conversation) ->
                    terms(Names.resolve(searcher, Terms.CONVERSATION, conversation));
            case Query.Sent(var from, var before) -> sent(from, before);
            case Query.Has(String what) -> new TermQuery(new Term(Terms.EXACT, Kinds.term(what)));
            case Query.And(var parts) -> and(parts);
            case Query.Or(var parts) -> or(parts);
            case Query.Not(var part) -> and(List.of(new Query.Not(part)));
            case Query.Everything() -> everything();
        };
    }

    private static org.apache.lucene.search.Query everything() {
        return new FieldExistsQuery(Terms.ROW);
    }

    private static org.apache.lucene.search.@Nullable Query phrase(String text) {
        List<Words.Word> words = Words.of(text);
        return words.isEmpty() ? null : phrase(words);
    }

    private static org.apache.lucene.search.Query phrase(List<Words.Word> words) {
        if (words.size() == 1) {
            return new TermQuery(new Term(Terms.TEXT, words.getFirst().text()));
        }
        if (words.size() <= MAX_PHRASE) {
            var phrase = new PhraseQuery.Builder();
            words.forEach(word -> phrase.add(new Term(Terms.TEXT, word.text())));
            return phrase.build();
        }
        var all = new BooleanQuery.Builder();
        var pieces = new HashSet<org.apache.lucene.search.Query>();
        for (int from = 0; from < words.size(); from += MAX_PHRASE) {
            int to = Math.min(words.size(), from + MAX_PHRASE);
            pieces.add(phrase(words.subList(from, to)));
        }
        pieces.forEach(piece -> all.add(piece, Occur.FILTER));
        return all.build();
    }

    private org.apache.lucene.search.@Nullable Query prefix(String text) throws IOException {
        List<Words.Word> words = Words.of(text);
        if (words.isEmpty()) {
            return null;
        }
        var last = new Term(Terms.TEXT, words.getLast().text());
        if (words.size() == 1) {
            return new PrefixQuery(last);
        }
        List<Words.Word> before = words.subList(0, words.size() - 1);
        Term[] endings = endings(last);
        if (endings.length == 0) {
            return new MatchNoDocsQuery("no word starts so");
        }
        if (endings.length > MAX_ENDINGS || words.size() > MAX_PHRASE) {
            return new BooleanQuery.Builder()
                    .add(new PrefixQuery(last), Occur.FILTER)
                    .add(phrase(before), Occur.FILTER)
                    .build();
        }
        var phrase = new MultiPhraseQuery.Builder();
        before.forEach(word -> phrase.add(new Term(Terms.TEXT, word.text())));
        return phrase.add(endings).build();
    }

    /// The words that start as a term does, at most one more than [#MAX_ENDINGS].
    private Term[] endings(Term start) throws IOException {
        var endings = new ArrayList<Term>();
        var terms = MultiTerms.getTerms(searcher.getIndexReader(), start.field());
        if (terms == null) {
            return new Term[0];
        }
        TermsEnum all = terms.iterator();
        if (all.seekCeil(start.bytes()) != TermsEnum.SeekStatus.END) {
            do {
                BytesRef term = all.term();
                if (!StringHelper.startsWith(term, start.bytes())) {
                    break;
                }
                endings.add(new Term(start.field(), BytesRef.deepCopyOf(term)));
            } while (endings.size() <= MAX_ENDINGS && all.next() != null);
        }
        return endings.toArray(Term[]::new);
    }

    private static org.apache.lucene.search.Query identifier(
            IdentifierKind kind, String value, boolean prefix) {
        var term = new Term(Terms.EXACT, Terms.identifier(kind, value));
        org.apache.lucene.search.Query whole = prefix ? new PrefixQuery(term) : new TermQuery(term);
        String tail = kind == IdentifierKind.PHONE && !prefix ? tail(value) : "";
        if (tail.length() < MIN_TAIL) {
            return whole;
        }
        BytesRef reversed = Terms.exact(Terms.REVERSED, Terms.reversed(tail));
        return new BooleanQuery.Builder()
                .add(whole, Occur.SHOULD)
                .add(new PrefixQuery(new Term(Terms.EXACT, reversed)), Occur.SHOULD)
                .build();
    }

    /// What a national number shares with its international form: its digits after the zero; "" for
    /// an international number.
    static String tail(String phone) {
        if (phone.startsWith("+")) {
            return "";
        }
        int i = 0;
        while (i < phone.length() && phone.charAt(i) == '0') {
            i++;
        }
        return phone.substring(i);
    }

    /// Whether a number ends in the digits of a national number.
    static boolean endsAlike(String phone, String asked) {
        String tail = tail(asked);
        return tail.length() >= MIN_TAIL && phone.endsWith(tail);
    }

    private org.apache.lucene.search.Query from(String author) throws IOException {
        var operator = OPERATOR.matcher(Folding.fold(author.strip()));
        var accounts = new HashSet<BytesRef>();
        if (operator.matches()) {
            int number = Integer.parseInt(operator.group(1));
            for (CommitState.Mask mask : state.masks().values()) {
                if (mask.operator() == number) {
                    accounts.add(Terms.exact(Terms.AUTHOR, mask.account()));
                }
            }
            return terms(accounts);
        }
        accounts.addAll(Names.resolve(searcher, Terms.AUTHOR, author));
        for (CommitState.Mask mask : state.masks().values()) {
            accounts.remove(Terms.exact(Terms.AUTHOR, mask.account()));
        }
        return terms(accounts);
    }

    private static org.apache.lucene.search.Query terms(Set<BytesRef> terms) {
        return switch (terms.size()) {
            case 0 -> new MatchNoDocsQuery("no such name");
            case 1 -> new TermQuery(new Term(Terms.EXACT, terms.iterator().next()));
            default -> new TermInSetQuery(Terms.EXACT, terms);
        };
    }

    private static org.apache.lucene.search.Query sent(
            @Nullable LocalDate from, @Nullable LocalDate before) {
        return NumericDocValuesField.newSlowRangeQuery(
                Terms.SENT,
                from == null
                        ? Long.MIN_VALUE + 1
                        : from.atStartOfDay().toEpochSecond(ZoneOffset.UTC),
                before == null
                        ? Long.MAX_VALUE
                        : before.atStartOfDay().toEpochSecond(ZoneOffset.UTC) - 1);
    }

    private org.apache.lucene.search.@Nullable Query and(List<Query> parts) throws IOException {
        var all = new BooleanQuery.Builder();
        int wanted = 0;
        int unwanted = 0;
        for (Query part : parts) {
            if (part instanceof Query.Not(var not)) {
                var compiled = any(not);
                if (compiled != null) {
                    all.add(compiled, Occur.MUST_NOT);
                    unwanted++;
                }
                continue;
            }
            var compiled = any(part);
            if (compiled != null) {
                all.add(compiled, isRanked(part) ? Occur.MUST : Occur.FILTER);
                wanted++;
            }
        }
        if (wanted + unwanted == 0) {
            return null;
        }
        if (wanted == 0) {
            all.add(everything(), Occur.FILTER);
        }
        return all.build();
    }

    private org.apache.lucene.search.@Nullable Query or(List<Query> parts) throws IOException {
        var any = new BooleanQuery.Builder();
        int wanted = 0;
        for (Query part : new HashSet<>(parts)) {
            var compiled = any(part);
            if (compiled != null) {
                any.add(compiled, Occur.SHOULD);
                wanted++;
            }
        }
        return wanted == 0 ? null : any.build();
    }
}
