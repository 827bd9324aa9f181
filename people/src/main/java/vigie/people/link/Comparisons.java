package vigie.people.link;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How values of each meaning are compared.
final class Comparisons {
    private static final List<String> STRING =
            List.of("the same", "nearly the same", "alike", "a little alike", "another");

    private Comparisons() {}

    static List<Comparison> of(List<Column> columns) {
        List<Comparison> comparisons = new ArrayList<>();
        Column given = only(columns, Meaning.GIVEN_NAME);
        Column surname = only(columns, Meaning.SURNAME);
        for (Column column : columns) {
            if (column.meaning() == Meaning.NONE) {
                continue;
            }
            Comparison plain = of(column);
            if (given != null && surname != null && column.meaning() == Meaning.GIVEN_NAME) {
                comparisons.add(SwappedNames.given(plain, given, surname));
            } else if (given != null && surname != null && column.meaning() == Meaning.SURNAME) {
                comparisons.add(SwappedNames.surname(plain, given, surname));
            } else {
                comparisons.add(plain);
            }
        }
        return comparisons;
    }

    private static @Nullable Column only(List<Column> columns, Meaning meaning) {
        List<Column> found = columns.stream().filter(c -> c.meaning() == meaning).toList();
        return found.size() == 1 ? found.getFirst() : null;
    }

    private static Comparison of(Column column) {
        return switch (column.meaning()) {
            case GIVEN_NAME, SURNAME, NAME, HANDLE, PLACE, TEXT, ADDRESS ->
                    new ValueComparison(column, STRING, Comparisons::strings);
            case EMAIL ->
                    new ValueComparison(
                            column,
                            List.of(
                                    "the same",
                                    "the same before the @",
                                    "nearly the same",
                                    "alike",
                                    "another"),
                            Comparisons::emails);
            case DATE ->
                    new ValueComparison(
                            column,
                            List.of(
                                    "the same",
                                    "day and month exchanged",
                                    "one digit apart",
                                    "two parts the same",
                                    "one part the same",
                                    "another"),
                            Comparisons::dates);
            case CODE ->
                    new ValueComparison(
                            column,
                            List.of("the same", "one edit apart", "two edits apart", "another"),
                            Comparisons::codes);
            case CATEGORY ->
                    new ValueComparison(column, List.of("the same", "another"), (_, _) -> 1);
            case NONE -> throw new IllegalArgumentException(column.name());
        };
    }

    private static int strings(String left, String right) {
        if (Likeness.few(left, right)) {
            return 4;
        }
        double alike = Likeness.jaroWinkler(left, right);
        int longest = Math.max(left.length(), right.length());
        if (alike >= 0.94 || longest > 3 && Likeness.edits(left, right, 1) <= 1) {
            return 1;
        }
        double letters = Likeness.letters(left, right);
        if (alike >= 0.88 || letters >= 0.85) {
            return 2;
        }
        return alike >= 0.78 || letters >= 0.75 ? 3 : 4;
    }

    private static int emails(String left, String right) {
        int at = left.indexOf('@');
        int other = right.indexOf('@');
        String local = at < 0 ? left : left.substring(0, at);
        String second = other < 0 ? right : right.substring(0, other);
        if (local.equals(second)) {
            return 1;
        }
        int edits = Likeness.edits(left, right, 4);
        if (edits <= 2) {
            return 2;
        }
        return edits <= 4 || Likeness.letters(local, second) > 0.85 ? 3 : 4;
    }

    private static int codes(String left, String right) {
        int edits = Likeness.edits(left, right, 2);
        return left.length() < 3 && edits > 0 ? 3 : edits;
    }

    private static int dates(String left, String right) {
        int a = Dates.read(left);
        int b = Dates.read(right);
        if (a == 0 || b == 0) {
            return Likeness.edits(left, right, 1) <= 1 ? 2 : 5;
        }
        int parts =
                (a / 10000 == b / 10000 ? 1 : 0)
                        + (a / 100 % 100 == b / 100 % 100 ? 1 : 0)
                        + (a % 100 == b % 100 ? 1 : 0);
        if (parts == 1
                && a / 10000 == b / 10000
                && a / 100 % 100 == b % 100
                && a % 100 == b / 100 % 100) {
            return 1;
        }
        if (Likeness.edits(left, right, 1) <= 1) {
            return 2;
        }
        return 5 - parts;
    }
}
