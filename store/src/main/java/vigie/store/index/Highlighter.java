package vigie.store.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vigie.text.identifier.Found;
import vigie.text.identifier.IdentifierKind;
import vigie.text.identifier.Identifiers;
import vigie.text.query.Query;
import vigie.text.word.Folding;
import vigie.text.word.Words;

/// Finds in a text what a query asks for, by cutting and folding it as the index does.
final class Highlighter {
    /// A text is marked so far; a passage shown is shorter.
    private static final int MAX_TEXT = 100_000;

    private final Set<String> words = new HashSet<>();
    private final List<String> prefixes = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<Query.Identifier> identifiers = new ArrayList<>();

    /// Words next to each other, the last of them possibly cut short.
    private record Run(List<String> words, boolean prefix) {}

    Highlighter(Query query) {
        learn(query);
    }

    private void learn(Query query) {
        switch (query) {
            case Query.Word(String text) -> learn(text, false);
            case Query.Phrase(String text) -> learn(text, false);
            case Query.Prefix(String text) -> learn(text, true);
            case Query.Identifier identifier -> identifiers.add(identifier);
            case Query.And(var parts) -> parts.forEach(this::learn);
            case Query.Or(var parts) -> parts.forEach(this::learn);
            case Query.From _,
                    Query.In _,
                    Query.Sent _,
                    Query.Has _,
                    Query.Not _,
                    Query.Everything _ -> {}
        }
    }

    private void learn(String text, boolean prefix) {
        List<String> run = Words.of(text).stream().map(Words.Word::text).toList();
        if (run.size() > 1) {
            runs.add(new Run(run, prefix));
        } else if (run.size() == 1 && prefix) {
            prefixes.add(run.getFirst());
        } else {
            words.addAll(run);
        }
    }

    /// Pairs of start and end, in order, not touching.
    List<int[]> of(String whole) {
        String text = whole.length() > MAX_TEXT ? whole.substring(0, MAX_TEXT) : whole;
        var marks = new ArrayList<int[]>();
        if (!words.isEmpty() || !prefixes.isEmpty() || !runs.isEmpty()) {
            List<Words.Word> all = Words.of(text);
            for (int i = 0; i < all.size(); i++) {
                mark(all, i, marks);
            }
        }
        if (!identifiers.isEmpty()) {
            for (Found found : Identifiers.in(text)) {
                if (identifiers.stream().anyMatch(asked -> matches(asked, found))) {
                    marks.add(new int[] {found.offset(), found.end()});
                }
            }
        }
        return joined(marks);
    }

    private void mark(List<Words.Word> all, int i, List<int[]> marks) {
        Words.Word word = all.get(i);
        if (words.contains(word.text()) || prefixes.stream().anyMatch(word.text()::startsWith)) {
            marks.add(new int[] {word.start(), word.end()});
        }
        for (Run run : runs) {
            if (stands(run, all, i)) {
                int end = all.get(i + run.words.size() - 1).end();
                marks.add(new int[] {word.start(), end});
            }
        }
    }

    private static boolean stands(Run run, List<Words.Word> all, int from) {
        int n = run.words.size();
        if (from + n > all.size()) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            String here = all.get(from + i).text();
            String asked = run.words.get(i);
            if (!(run.prefix && i == n - 1 ? here.startsWith(asked) : here.equals(asked))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(Query.Identifier asked, Found found) {
        if (asked.kind() != found.kind()) {
            return false;
        }
        String value = found.value();
        String meant = asked.value();
        if (found.kind() == IdentifierKind.HASHTAG) {
            value = Folding.fold(value);
            meant = Folding.fold(meant);
        }
        if (asked.prefix() ? value.startsWith(meant) : value.equals(meant)) {
            return true;
        }
        return switch (asked.kind()) {
            case PHONE -> !asked.prefix() && QueryCompiler.endsAlike(value, meant);
            case URL -> Terms.host(value).equals(meant);
            case HANDLE, EMAIL, HASHTAG -> false;
        };
    }

    private static List<int[]> joined(List<int[]> marks) {
        marks.sort(Comparator.comparingInt(mark -> mark[0]));
        var joined = new ArrayList<int[]>();
        for (int[] mark : marks) {
            if (!joined.isEmpty() && mark[0] <= joined.getLast()[1]) {
                joined.getLast()[1] = Math.max(joined.getLast()[1], mark[1]);
            } else {
                joined.add(mark);
            }
        }
        return joined;
    }
}
