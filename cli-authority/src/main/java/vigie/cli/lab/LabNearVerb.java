package vigie.cli.lab;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vigie.cli.Console;
import vigie.cli.Misuse;
import vigie.cli.Verb;
import vigie.media.near.HashFile;
import vigie.media.near.Part;
import vigie.media.near.search.Cores;
import vigie.media.near.search.HashColumn;
import vigie.media.near.search.Needles;
import vigie.media.near.search.Proof;
import vigie.media.near.search.Search;
import vigie.media.pdq.PdqHash;

/// `vigie lab near --needles FILE --haystack FILE`: all pairs within a distance.
@Command(
        name = "near",
        description = "finds all PDQ hashes of one file that are near those of another",
        mixinStandardHelpOptions = true)
final class LabNearVerb extends Verb {
    @Option(
            names = "--needles",
            required = true,
            paramLabel = "FILE",
            description = "hashes that are looked for, one a line in hexadecimal")
    Path needles = Path.of("");

    @Option(
            names = "--haystack",
            required = true,
            paramLabel = "FILE",
            description = "hashes among which they are looked for")
    Path haystack = Path.of("");

    @Option(
            names = "--distance",
            paramLabel = "BITS",
            description = "how many bits may differ, 0 to 256 (31)")
    int distance = Part.ADVISED;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "list at most so many pairs; all are counted (100000)")
    int limit = 100_000;

    @Override
    protected int run(Console console) throws IOException {
        if (distance < 0 || distance > 256) {
            throw new Misuse("--distance is from 0 to 256");
        }
        if (limit < 0) {
            throw new Misuse("--limit is not negative");
        }
        HashColumn.Builder builder = new HashColumn.Builder(Arena.ofAuto());
        HashFile.read(haystack, builder::add);
        Looked looked = new Looked(builder.build(), distance, limit);
        HashFile.read(needles, looked::add);
        looked.look();
        looked.pairs.sort(Comparator.comparingLong(Pair::needle).thenComparingLong(Pair::entry));
        console.object(
                json ->
                        json.put("schema", "vigie.lab.near/1")
                                .put("distance", distance)
                                .put("needles", looked.needles)
                                .put("haystack", looked.column.size())
                                .put("matched", looked.matched)
                                .put("pairs", looked.found)
                                .put("listed", looked.pairs.size())
                                .objects(
                                        "matches",
                                        looked.pairs,
                                        (one, pair) ->
                                                one.put("needle", pair.needle())
                                                        .put("haystack", pair.entry())
                                                        .put("distance", pair.distance())));
        for (Pair pair : looked.pairs) {
            console.print("%d %d %d".formatted(pair.needle(), pair.entry(), pair.distance()));
        }
        console.print(
                "%,d pairs within %d bits, %,d of %,d needles matched among %,d."
                        .formatted(
                                looked.found,
                                distance,
                                looked.matched,
                                looked.needles,
                                looked.column.size()));
        return DONE;
    }

    /// Hashes by their numbers in their files, from 1.
    private record Pair(long needle, long entry, int distance) {}

    /// What was looked for so far; needles are held a portion at a time.
    private static final class Looked {
        private final HashColumn column;
        private final int distance;
        private final int limit;
        private final List<PdqHash> portion = new ArrayList<>();
        private final List<Pair> pairs = new ArrayList<>();
        private long needles;
        private long matched;
        private long found;

        /// Proves the search on a sample first.
        Looked(HashColumn column, int distance, int limit) {
            Proof.check(column, distance, column.size());
            this.column = column;
            this.distance = distance;
            this.limit = limit;
        }

        void add(PdqHash needle) {
            portion.add(needle);
            if (portion.size() == Needles.MOST) {
                look();
            }
        }

        void look() {
            boolean[] met = new boolean[portion.size()];
            new Search(new Needles(portion), distance)
                    .run(
                            column,
                            Cores.ALL,
                            (needle, entry, bits) -> {
                                met[needle] = true;
                                found++;
                                if (pairs.size() < limit) {
                                    pairs.add(new Pair(needles + needle + 1, entry + 1, bits));
                                }
                            });
            for (boolean one : met) {
                matched += one ? 1 : 0;
            }
            needles += portion.size();
            portion.clear();
        }
    }
}
