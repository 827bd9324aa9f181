package vigie.people.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The records of a table, or of two with the same columns.
public final class Records {
    private final List<Column> columns;
    private final Kinds kinds;

    private Records(List<Column> columns, Kinds kinds) {
        this.columns = columns;
        this.kinds = kinds;
    }

    /// How many there are.
    public int size() {
        return kinds.records();
    }

    /// What each column is about, those that are not compared included.
    public Map<String, Meaning> meanings() {
        Map<String, Meaning> meanings = new LinkedHashMap<>();
        columns.forEach(column -> meanings.put(column.name(), column.meaning()));
        return meanings;
    }

    List<Column> columns() {
        return columns;
    }

    Kinds kinds() {
        return kinds;
    }

    /// Takes records one by one.
    public static final class Builder {
        private static final int LOOKED_AT = 500;

        private final List<String> names;
        private final Map<String, Meaning> given;
        private final List<Growing> columns = new ArrayList<>();
        private int size;
        private int first = -1;

        /// @param names of the columns
        /// @param given what some of them are about; of the others it is told by name and values
        public Builder(List<String> names, Map<String, Meaning> given) {
            this.names = List.copyOf(names);
            this.given = Map.copyOf(given);
            names.forEach(_ -> columns.add(new Growing()));
        }

        /// Adds a record.
        ///
        /// @param cells as many as there are columns; empty where it says nothing
        public void add(List<String> cells) {
            if (cells.size() != names.size()) {
                throw new IllegalArgumentException(
                        cells.size() + " cells where there are " + names.size() + " columns");
            }
            for (int c = 0; c < cells.size(); c++) {
                columns.get(c).add(cells.get(c));
            }
            size++;
        }

        /// What follows is of the second table: records of one table are not linked with each other
        /// then.
        public void second() {
            first = size;
        }

        /// The records.
        public Records build() {
            List<Column> built = new ArrayList<>();
            for (int c = 0; c < names.size(); c++) {
                built.add(columns.get(c).column(names.get(c), given.get(names.get(c))));
            }
            return new Records(built, new Kinds(first < 0 ? size : first, size));
        }

        private static final class Growing {
            private final Map<String, Integer> raw = new HashMap<>();
            private final Map<String, Integer> folded = new HashMap<>(Map.of("", 0));
            private final List<String> values = new ArrayList<>(List.of(""));
            private int[] codes = new int[16];
            private int size;

            void add(String cell) {
                if (size == codes.length) {
                    codes = Arrays.copyOf(codes, size * 2);
                }
                codes[size++] = raw.computeIfAbsent(cell, this::code);
            }

            private int code(String cell) {
                String value = Written.plain(cell);
                return folded.computeIfAbsent(
                        value,
                        fresh -> {
                            values.add(fresh);
                            return values.size() - 1;
                        });
            }

            Column column(String name, @Nullable Meaning meaning) {
                int[] own = Arrays.copyOf(codes, size);
                int[] counts = new int[values.size()];
                for (int code : own) {
                    counts[code]++;
                }
                Meaning about =
                        meaning != null
                                ? meaning
                                : Meaning.of(
                                        name,
                                        values.subList(1, Math.min(values.size(), LOOKED_AT)),
                                        values.size() - 1,
                                        (long) size - counts[Column.MISSING]);
                return new Column(name, about, values.toArray(String[]::new), own, counts);
            }
        }
    }
}
