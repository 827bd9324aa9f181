package vigie.text.query;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vigie.text.identifier.IdentifierKind;

/// Writes a query so that a person sees how it was understood, and so that it reads back as the
/// same query.
public final class QueryText {
    private QueryText() {}

    /// The query in words.
    public static String of(Query query) {
        return switch (query) {
            case Query.Word(String text) -> text;
            case Query.Phrase(String text) -> '"' + text + '"';
            case Query.Prefix(String text) -> text + "*";
            case Query.Identifier(var kind, String value, boolean prefix) ->
                    field(kind) + quoted(value + (prefix ? "*" : ""));
            case Query.From(String author) -> "from:" + quoted(author);
            case Query.In(String conversation) -> "in:" + quoted(conversation);
            case Query.Sent sent -> sent(sent);
            case Query.Has(String what) -> "has:" + what;
            case Query.And(var parts) -> joined(parts, " ");
            case Query.Or(var parts) -> joined(parts, " OR ");
            case Query.Not(var part) -> "-" + nested(part);
            case Query.Everything() -> "*";
        };
    }

    private static String joined(List<Query> parts, String by) {
        return parts.stream().map(QueryText::nested).collect(Collectors.joining(by));
    }

    private static String nested(Query part) {
        boolean several =
                part instanceof Query.And
                        || part instanceof Query.Or
                        || part instanceof Query.Sent(LocalDate from, LocalDate before)
                                && from != null
                                && before != null
                                && period(from, before).isEmpty();
        return several ? "(" + of(part) + ")" : of(part);
    }

    private static String field(IdentifierKind kind) {
        return switch (kind) {
            case HANDLE -> "handle:";
            case PHONE -> "phone:";
            case EMAIL -> "email:";
            case URL -> "url:";
            case HASHTAG -> "tag:";
        };
    }

    private static String quoted(String value) {
        return '"' + value + '"';
    }

    private static String sent(Query.Sent sent) {
        LocalDate from = sent.from();
        LocalDate before = sent.before();
        if (from == null) {
            return before == null ? "*" : "before:" + before;
        }
        if (before == null) {
            return "after:" + from;
        }
        String period = period(from, before);
        return period.isEmpty() ? "after:" + from + " before:" + before : "on:" + period;
    }

    /// The day, month or year that lies between two days, or "".
    private static String period(LocalDate from, LocalDate before) {
        if (from.plusDays(1).equals(before)) {
            return from.toString();
        }
        if (from.getDayOfMonth() == 1 && from.plusMonths(1).equals(before)) {
            return from.toString().substring(0, 7);
        }
        return from.getDayOfYear() == 1 && from.plusYears(1).equals(before)
                ? from.toString().substring(0, 4)
                : "";
    }
}
