package vigie.text.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.text.identifier.Found;
import vigie.text.query.QueryError.Fault;
import vigie.text.word.Words;

/// Reads queries as people type them (`docs/manual/search.md`).
///
/// ```
/// query    = { choice }                       all must match
/// choice   = part { OR part }                 any must match
/// part     = NOT part | "-" part | "(" query ")" | phrase | field ":" value | word
/// ```
///
/// `AND` may be written between choices. A quotation mark or parenthesis that is never closed ends
/// with the query. Punctuation that belongs to no word is passed over.
public final class QueryParser {
    /// Longer queries are refused.
    public static final int MAX_LENGTH = 20_000;

    /// Queries of more words, phrases and fields are refused.
    public static final int MAX_TERMS = 1000;

    /// Queries with more words that end in a star are refused: each reads every word of the index
    /// that starts so.
    public static final int MAX_STARS = 50;

    /// Queries nested deeper are refused.
    public static final int MAX_DEPTH = 50;

    private static final String QUOTES = "\"“”„‟«»＂「」『』";

    private enum Join {
        AND,
        OR,
        NOT
    }

    private final String typed;
    private int at;
    private int depth;
    private int terms;
    private int stars;

    private QueryParser(String typed) {
        this.typed = typed;
    }

    /// The query that somebody typed.
    ///
    /// @throws QueryError saying what cannot be understood, and where
    public static Query parse(String typed) throws QueryError {
        if (typed.length() > MAX_LENGTH) {
            throw new QueryError(Fault.TOO_LONG, MAX_LENGTH, "");
        }
        var parser = new QueryParser(typed);
        Query query = parser.sequence();
        if (parser.at < typed.length()) {
            throw new QueryError(Fault.CLOSES_NOTHING, parser.at, ")");
        }
        if (query != null) {
            return query;
        }
        if (typed.chars().allMatch(c -> isSpace((char) c))) {
            return new Query.Everything();
        }
        throw new QueryError(Fault.ONLY_PUNCTUATION, 0, typed.strip());
    }

    /// Reads choices up to the end or a closing parenthesis; null where there is none.
    private @Nullable Query sequence() throws QueryError {
        var parts = new ArrayList<Query>();
        while (true) {
            skip();
            int from = at;
            if (isEnd()) {
                break;
            }
            Join join = join();
            if (join == Join.OR || join == Join.AND && parts.isEmpty()) {
                throw new QueryError(Fault.NOTHING_TO_JOIN, from, typed.substring(from, at));
            }
            if (join == Join.NOT) {
                at = from;
            }
            Query choice = choice();
            if (choice == null && join != null) {
                throw new QueryError(
                        Fault.NOTHING_TO_JOIN, from, typed.substring(from, at).strip());
            }
            if (choice instanceof Query.And(var inner)) {
                parts.addAll(inner);
            } else if (choice != null) {
                parts.add(choice);
            }
        }
        return parts.size() > 1 ? new Query.And(parts) : parts.isEmpty() ? null : parts.getFirst();
    }

    private @Nullable Query choice() throws QueryError {
        Query first = part();
        var parts = new ArrayList<Query>();
        while (true) {
            skip();
            int from = at;
            if (join() != Join.OR) {
                at = from;
                break;
            }
            int to = at;
            Query next = part();
            if (first == null || next == null) {
                throw new QueryError(Fault.NOTHING_TO_JOIN, from, typed.substring(from, to));
            }
            add(parts, next);
        }
        if (parts.isEmpty() || first == null) {
            return first;
        }
        var all = new ArrayList<Query>();
        add(all, first);
        all.addAll(parts);
        return new Query.Or(all);
    }

    private static void add(List<Query> parts, Query part) {
        if (part instanceof Query.Or(var inner)) {
            parts.addAll(inner);
        } else {
            parts.add(part);
        }
    }

    /// Reads one part; null where only punctuation is left.
    private @Nullable Query part() throws QueryError {
        while (true) {
            skip();
            if (isEnd()) {
                return null;
            }
            int from = at;
            if (isDash(typed.charAt(at))) {
                int end = dashes();
                if (end < typed.length() && !isSpace(typed.charAt(end))) {
                    at++;
                    return not(from);
                }
                at = end;
                continue;
            }
            Join join = join();
            if (join == Join.NOT) {
                return not(from);
            }
            if (join != null) {
                throw new QueryError(Fault.NOTHING_TO_JOIN, from, typed.substring(from, at));
            }
            Query part = isOpen(typed.charAt(at)) ? nested() : term();
            if (part != null) {
                return part;
            }
        }
    }

    private int dashes() {
        int end = at;
        while (end < typed.length() && isDash(typed.charAt(end))) {
            end++;
        }
        return end;
    }

    private Query not(int from) throws QueryError {
        enter(from);
        Query part = part();
        depth--;
        if (part == null) {
            throw new QueryError(Fault.NOTHING_TO_JOIN, from, typed.substring(from, at).strip());
        }
        return part instanceof Query.Not(var twice) ? twice : new Query.Not(part);
    }

    private @Nullable Query nested() throws QueryError {
        enter(at);
        at++;
        Query inside = sequence();
        depth--;
        if (at < typed.length()) {
            at++;
        }
        return inside;
    }

    private void enter(int from) throws QueryError {
        if (++depth > MAX_DEPTH) {
            throw new QueryError(Fault.TOO_DEEP, from, "");
        }
    }

    private @Nullable Query term() throws QueryError {
        int from = at;
        if (isQuote(typed.charAt(at))) {
            String phrase = quoted();
            return Words.of(phrase).isEmpty() ? null : count(new Query.Phrase(phrase), from);
        }
        Found phone = Terms.phone(typed, at);
        if (phone != null) {
            at += phone.length();
            String written = typed.substring(from, at);
            Query query = Terms.identifier(phone.kind(), written, from);
            return phone.value().startsWith("+")
                    ? count(query, from)
                    : count(new Query.Or(List.of(new Query.Phrase(written), query)), from);
        }
        String word = word();
        int colon = colon(word);
        Field field = colon > 0 ? Field.named(word.substring(0, colon)) : null;
        if (field != null) {
            return count(field(field, word, colon, from), from);
        }
        Query term = Terms.of(word, from);
        return term == null ? null : count(term, from);
    }

    private Query field(Field field, String word, int colon, int from) throws QueryError {
        String value = word.substring(colon + 1);
        int valueAt = from + colon + 1;
        if (value.isEmpty()) {
            while (at < typed.length() && isSpace(typed.charAt(at))) {
                at++;
            }
            valueAt = at;
            if (!isEnd() && !isOpen(typed.charAt(at))) {
                value = isQuote(typed.charAt(at)) ? quoted() : word();
            }
        }
        if (Terms.withoutStar(value).isBlank()) {
            throw new QueryError(Fault.NO_VALUE, from, word);
        }
        return field.query(value.strip(), valueAt);
    }

    private Query count(Query term, int from) throws QueryError {
        terms += term instanceof Query.Or ? 2 : 1;
        boolean star =
                switch (term) {
                    case Query.Prefix _ -> true;
                    case Query.Identifier(_, _, boolean prefix) -> prefix;
                    case Query.Or(var parts) -> parts.getFirst() instanceof Query.Prefix;
                    case Query.From(String author) -> author.endsWith("*");
                    case Query.In(String conversation) -> conversation.endsWith("*");
                    case Query.Word _,
                            Query.Phrase _,
                            Query.Sent _,
                            Query.Has _,
                            Query.And _,
                            Query.Not _,
                            Query.Everything _ ->
                            false;
                };
        stars += star ? 1 : 0;
        if (terms > MAX_TERMS || stars > MAX_STARS) {
            throw new QueryError(Fault.TOO_MANY, from, "");
        }
        return term;
    }

    /// Reads a phrase from its opening quotation mark to the next one of any kind.
    private String quoted() {
        int from = ++at;
        while (at < typed.length() && !isQuote(typed.charAt(at))) {
            at++;
        }
        String phrase = typed.substring(from, at);
        at = Math.min(typed.length(), at + 1);
        return phrase;
    }

    private String word() {
        int from = at;
        boolean address = false;
        int open = 0;
        while (at < typed.length()) {
            char c = typed.charAt(at);
            address |= c == '/' && at > from + 1 && typed.startsWith("://", at - 1);
            boolean inside = address && (isOpen(c) || isClose(c) && open > 0);
            if (!inside && (isSpace(c) || isOpen(c) || isClose(c) || isQuote(c) || c == '|')) {
                break;
            }
            open += isOpen(c) ? 1 : isClose(c) ? -1 : 0;
            at++;
        }
        int end = at;
        while (end > from && ",.;:!?".indexOf(typed.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean starred = end > from && Terms.isStar(typed.charAt(end - 1));
        return typed.substring(from, starred ? end : at);
    }

    private static int colon(String word) {
        for (int i = 0; i < word.length() && i < 16; i++) {
            if (word.charAt(i) == ':' || word.charAt(i) == '：') {
                return i;
            }
        }
        return -1;
    }

    /// Reads a joining word, if one stands here.
    private @Nullable Join join() {
        if (at < typed.length() && typed.charAt(at) == '|') {
            while (at < typed.length() && typed.charAt(at) == '|') {
                at++;
            }
            return Join.OR;
        }
        int end = at;
        while (end < typed.length() && end < at + 5 && Character.isUpperCase(typed.charAt(end))) {
            end++;
        }
        boolean ends =
                end == typed.length()
                        || isSpace(typed.charAt(end))
                        || typed.charAt(end) == '|'
                        || isOpen(typed.charAt(end))
                        || isClose(typed.charAt(end))
                        || isQuote(typed.charAt(end));
        Join join =
                !ends
                        ? null
                        : switch (typed.substring(at, end)) {
                            case "AND", "ET" -> Join.AND;
                            case "OR", "OU" -> Join.OR;
                            case "NOT", "SAUF" -> Join.NOT;
                            default -> null;
                        };
        at = join == null ? at : end;
        return join;
    }

    private void skip() {
        while (at < typed.length() && isSpace(typed.charAt(at))) {
            at++;
        }
    }

    private boolean isEnd() {
        return at >= typed.length() || isClose(typed.charAt(at));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || "،؛、，；;\uFEFF\u200B\u200E\u200F".indexOf(c) >= 0;
    }

    private static boolean isOpen(char c) {
        return c == '(' || c == '（';
    }

    private static boolean isClose(char c) {
        return c == ')' || c == '）';
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '−' || c == '–' || c == '—' || c == '－';
    }
}
