package vigie.people.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/// Chooses which pairs are compared at all: those that agree in one of a few rules.
///
/// A rule is that one or two keys agree (a name, its beginning, the year and month of a date).
/// Rules are chosen by what they find of simulated pairs whose values were altered now and then,
/// against the pairs that they cost on this table; never by which pairs match.
final class Blocking {
    /// A block that is larger tells too little: its records meet by other rules.
    private static final int LARGEST = 2000;

    /// Below, everything is compared with everything.
    private static final long FEW = 2_000_000;

    private static final int SIMULATED = 4000;
    private static final double ALTERED = 0.3;
    private static final double KEY_SURVIVES = 0.5;
    private static final int MOST_RULES = 14;

    private Blocking() {}

    /// A key of a record; 0 says nothing.
    @SuppressWarnings("ArrayRecordComponent") // columns of millions, never compared as values
    private record Key(int column, double filled, int[] codes, double pairs) {}

    /// A rule: for each record the block it is in; 0 for none.
    @SuppressWarnings("ArrayRecordComponent") // columns of millions, never compared as values
    record Rule(String name, int[] blocks, int count) {
        /// How many pairs it allows.
        double pairs() {
            int[] sizes = new int[count];
            for (int block : blocks) {
                sizes[block]++;
            }
            double pairs = 0;
            for (int block = 1; block < count; block++) {
                pairs += sizes[block] * (sizes[block] - 1.0) / 2;
            }
            return pairs;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // columns of millions, never compared as values
    private record Candidate(List<Integer> keys, double pairs, boolean[] finds) {}

    /// The rules for a table.
    ///
    /// @param perRecord how many pairs a record may cost
    static List<Rule> rules(List<Column> columns, Kinds kinds, int perRecord) {
        int records = kinds.records();
        if (kinds.all() <= FEW) {
            int[] all = new int[records];
            Arrays.fill(all, 1);
            return List.of(new Rule("everything", all, 2));
        }
        List<Key> keys = keys(columns, records);
        List<Candidate> candidates = candidates(keys, records);
        List<Rule> rules = new ArrayList<>();
        boolean[] found = new boolean[SIMULATED];
        double left = (double) perRecord * records;
        while (rules.size() < MOST_RULES) {
            Candidate best = null;
            double most = 0;
            for (Candidate each : candidates) {
                if (each.pairs() > left) {
                    continue;
                }
                int gain = 0;
                for (int i = 0; i < SIMULATED; i++) {
                    gain += each.finds()[i] && !found[i] ? 1 : 0;
                }
                double worth = gain / (each.pairs() + records);
                if (worth > most && gain > SIMULATED / 1000) {
                    most = worth;
                    best = each;
                }
            }
            if (best == null) {
                break;
            }
            candidates.remove(best);
            Rule rule = rule(columns, keys, best, records);
            // Keys that go together, as a town and its postcode do, cost more than was expected.
            double pairs = rule.pairs();
            if (pairs > left) {
                continue;
            }
            for (int i = 0; i < SIMULATED; i++) {
                found[i] |= best.finds()[i];
            }
            left -= pairs;
            rules.add(rule);
        }
        return rules;
    }

    private static Rule rule(List<Column> columns, List<Key> keys, Candidate best, int records) {
        String name = "";
        int[] blocks = new int[records];
        Arrays.fill(blocks, 1);
        int count = 2;
        for (int k : best.keys()) {
            Key key = keys.get(k);
            name += (name.isEmpty() ? "" : " and ") + columns.get(key.column()).name();
            LongMap known = new LongMap(records);
            for (int i = 0; i < records; i++) {
                if (blocks[i] == 0 || key.codes()[i] == 0) {
                    blocks[i] = 0;
                    continue;
                }
                blocks[i] = known.number((long) blocks[i] << 32 | key.codes()[i]) + 1;
            }
            count = known.size() + 1;
        }
        int[] sizes = new int[count];
        for (int block : blocks) {
            sizes[block]++;
        }
        for (int i = 0; i < records; i++) {
            if (sizes[blocks[i]] > LARGEST) {
                blocks[i] = 0;
            }
        }
        return new Rule(name, blocks, count);
    }

    private static List<Candidate> candidates(List<Key> keys, int records) {
        Random random = new Random(1);
        boolean[][] agrees = new boolean[keys.size()][SIMULATED];
        for (int i = 0; i < SIMULATED; i++) {
            int column = -1;
            boolean whole = false;
            boolean stated = false;
            for (int k = 0; k < keys.size(); k++) {
                Key key = keys.get(k);
                if (key.column() != column) {
                    column = key.column();
                    stated = random.nextDouble() < key.filled() * key.filled();
                    whole = random.nextDouble() > ALTERED;
                    agrees[k][i] = stated && whole;
                } else {
                    agrees[k][i] = stated && (whole || random.nextDouble() < KEY_SURVIVES);
                }
            }
        }
        double all = records * (records - 1.0) / 2;
        List<Candidate> candidates = new ArrayList<>();
        for (int a = 0; a < keys.size(); a++) {
            candidates.add(new Candidate(List.of(a), keys.get(a).pairs(), agrees[a]));
            for (int b = a + 1; b < keys.size(); b++) {
                if (keys.get(a).column() != keys.get(b).column()) {
                    boolean[] both = new boolean[SIMULATED];
                    for (int i = 0; i < SIMULATED; i++) {
                        both[i] = agrees[a][i] && agrees[b][i];
                    }
                    double pairs = keys.get(a).pairs() * keys.get(b).pairs() / all;
                    candidates.add(new Candidate(List.of(a, b), pairs, both));
                }
            }
        }
        return candidates;
    }

    /// The whole value of a column first, then parts of it.
    private static List<Key> keys(List<Column> columns, int records) {
        List<Key> keys = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            List<UnaryOperator<String>> parts =
                    switch (column.meaning()) {
                        case NONE -> List.of();
                        case GIVEN_NAME, SURNAME, NAME, HANDLE, PLACE, TEXT ->
                                List.of(
                                        v -> v,
                                        v -> v.length() < 3 ? "" : v.substring(0, 3),
                                        Blocking::end);
                        case ADDRESS ->
                                List.of(
                                        v -> v,
                                        v -> v.length() < 5 ? "" : v.substring(0, 5),
                                        Blocking::end);
                        case EMAIL ->
                                List.of(v -> v, v -> v.substring(0, Math.max(0, v.indexOf('@'))));
                        case DATE ->
                                List.of(
                                        v -> v,
                                        v -> date(v, d -> d / 100),
                                        v -> date(v, d -> d % 10000),
                                        v -> date(v, d -> d / 10000 * 100 + d % 100));
                        case CODE ->
                                List.of(
                                        v -> v,
                                        v -> v.substring(0, v.length() / 2),
                                        v -> v.substring(v.length() / 2));
                        case CATEGORY -> List.of(v -> v);
                    };
            for (UnaryOperator<String> part : parts) {
                keys.add(key(c, column, part, records));
            }
        }
        return keys;
    }

    private static String end(String value) {
        return value.length() < 4 ? "" : value.substring(value.length() - 4);
    }

    private static String date(String value, IntUnaryOperator part) {
        int date = Dates.read(value);
        return date == 0 ? "" : Integer.toString(part.applyAsInt(date));
    }

    private static Key key(int c, Column column, UnaryOperator<String> part, int records) {
        Map<String, Integer> known = new HashMap<>();
        known.put("", 0);
        int[] ofValue = new int[column.values().length];
        for (int v = 1; v < ofValue.length; v++) {
            ofValue[v] = known.computeIfAbsent(part.apply(column.values()[v]), _ -> known.size());
        }
        int[] codes = new int[records];
        int[] sizes = new int[known.size()];
        int stated = 0;
        for (int i = 0; i < records; i++) {
            codes[i] = ofValue[column.codes()[i]];
            sizes[codes[i]]++;
            stated += codes[i] == 0 ? 0 : 1;
        }
        double pairs = 0;
        for (int k = 1; k < sizes.length; k++) {
            pairs += sizes[k] * (sizes[k] - 1.0) / 2;
        }
        return new Key(c, (double) stated / records, codes, pairs);
    }

    /// Takes pairs, the lower record first.
    interface Taker {
        void pair(int left, int right);
    }

    /// Hands over each pair that some rule allows, once.
    static void pairs(List<Rule> rules, Kinds kinds, int part, int parts, Taker taker) {
        for (int r = 0; r < rules.size(); r++) {
            int[] blocks = rules.get(r).blocks();
            int count = rules.get(r).count();
            int[] starts = new int[count + 1];
            for (int block : blocks) {
                starts[block + 1]++;
            }
            for (int b = 0; b < count; b++) {
                starts[b + 1] += starts[b];
            }
            int[] members = new int[blocks.length];
            int[] at = starts.clone();
            for (int i = 0; i < blocks.length; i++) {
                members[at[blocks[i]]++] = i;
            }
            for (int b = 1; b < count; b++) {
                for (int i = starts[b]; i < starts[b + 1]; i++) {
                    if ((members[i] + b) % parts != part) {
                        continue;
                    }
                    for (int j = i + 1; j < starts[b + 1]; j++) {
                        int left = members[i];
                        int right = members[j];
                        if (kinds.pair(left, right) && !before(rules, r, left, right)) {
                            taker.pair(left, right);
                        }
                    }
                }
            }
        }
    }

    private static boolean before(List<Rule> rules, int r, int left, int right) {
        for (int e = 0; e < r; e++) {
            int[] blocks = rules.get(e).blocks();
            if (blocks[left] != 0 && blocks[left] == blocks[right]) {
                return true;
            }
        }
        return false;
    }
}
