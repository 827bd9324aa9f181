package vigie.cli.lab;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vigie.cli.Console;
import vigie.cli.JsonText;
import vigie.cli.Misuse;
import vigie.cli.Verb;
import vigie.people.link.Explanation;
import vigie.people.link.Link;
import vigie.people.link.Linkage;
import vigie.people.link.Meaning;
import vigie.people.link.Reason;
import vigie.people.link.Records;

/// `vigie lab link A.csv [B.csv]`: which records of a table, or of two, are of the same somebody.
@Command(
        name = "link",
        description = "finds the records of a table, or of two, that are of the same person",
        mixinStandardHelpOptions = true)
final class LabLinkVerb extends Verb {
    @Parameters(arity = "1..2", paramLabel = "FILE", description = "tables (RFC 4180, a header)")
    List<Path> files = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "write left,right,probability")
    @Nullable Path out;

    @Option(
            names = "--truth",
            paramLabel = "COLUMN",
            description = "who each record is of: never compared, only counted against")
    @Nullable String truthColumn;

    @Option(
            names = "--truth-pattern",
            paramLabel = "REGEX",
            description = "its first group is the person; else the whole cell")
    @Nullable String truthPattern;

    @Option(
            names = "--meaning",
            paramLabel = "COLUMN=MEANING",
            description = "what a column is about, where that is not told by name and values")
    Map<String, String> meanings = new LinkedHashMap<>();

    @Option(
            names = "--explain",
            paramLabel = "LEFT,RIGHT",
            description = "why these two are, or are not: records by their numbers, from 1")
    @Nullable String explained;

    @Override
    protected int run(Console console) throws IOException {
        long start = System.nanoTime();
        Truth truth = new Truth();
        Read read = read(truth);
        Linkage linkage =
                Linkage.of(read.records, List.of(), Runtime.getRuntime().availableProcessors());
        if (out != null) {
            write(linkage.links(), out);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Truth.@Nullable Score score =
                truthColumn == null
                        ? null
                        : truth.score(
                                linkage.links(),
                                (l, r) -> read.first == 0 || l < read.first != r < read.first);
        Explanation explanation = explained == null ? null : explanation(linkage, read.records);
        console.object(
                json -> {
                    json.put("schema", "vigie.lab.link/1")
                            .put("records", read.records.size())
                            .put("compared", linkage.compared())
                            .put("pairs", linkage.links().size())
                            .decimal("threshold", Linkage.THRESHOLD, 3);
                    if (score != null) {
                        json.decimal("precision", score.precision(), 4)
                                .decimal("recall", score.recall(), 4)
                                .decimal("f1", score.f1(), 4);
                    }
                    json.decimal("seconds", seconds, 2);
                    if (explanation != null) {
                        json.decimal("probability", explanation.probability(), 6)
                                .decimal("logOdds", explanation.logOdds(), 6)
                                .objects("reasons", explanation.reasons(), LabLinkVerb::reason);
                    }
                });
        say(console, read.records, linkage, score, seconds);
        if (explanation != null) {
            say(console, explanation);
        }
        return DONE;
    }

    private static void reason(JsonText json, Reason reason) {
        json.put("respect", reason.respect())
                .put("finding", reason.finding())
                .put("left", reason.left())
                .put("right", reason.right())
                .decimal("weight", reason.weight(), 6);
    }

    private static void say(
            Console console,
            Records records,
            Linkage linkage,
            Truth.@Nullable Score score,
            double seconds) {
        records.meanings()
                .forEach(
                        (column, meaning) ->
                                console.print(
                                        "%s: %s"
                                                .formatted(
                                                        column,
                                                        meaning == Meaning.NONE
                                                                ? "not compared"
                                                                : word(meaning))));
        console.print(
                "%,d records, %,d pairs compared, %,d proposed at a probability of %.2f or more; %.1f s."
                        .formatted(
                                records.size(),
                                linkage.compared(),
                                linkage.links().size(),
                                Linkage.THRESHOLD,
                                seconds));
        if (score != null) {
            console.print(
                    "Precision %.4f, recall %.4f, F1 %.4f."
                            .formatted(score.precision(), score.recall(), score.f1()));
        }
    }

    private static void say(Console console, Explanation explanation) {
        for (Reason reason : explanation.reasons()) {
            console.print(
                    "%+9.3f  %s: %s%s"
                            .formatted(
                                    reason.weight(),
                                    reason.respect(),
                                    reason.finding(),
                                    reason.left().isEmpty() && reason.right().isEmpty()
                                            ? ""
                                            : " (" + reason.left() + " | " + reason.right() + ")"));
        }
        console.print(
                "%+9.3f  log-odds, a probability of %.6f"
                        .formatted(explanation.logOdds(), explanation.probability()));
    }

    private static String word(Meaning meaning) {
        return meaning.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Explanation explanation(Linkage linkage, Records records) {
        Matcher two = Pattern.compile("(\\d{1,9}),(\\d{1,9})").matcher(String.valueOf(explained));
        if (!two.matches()) {
            throw new Misuse("--explain takes two numbers of records, as 3,17");
        }
        int left = Integer.parseInt(two.group(1)) - 1;
        int right = Integer.parseInt(two.group(2)) - 1;
        if (left < 0 || right < 0 || left == right || Math.max(left, right) >= records.size()) {
            throw new Misuse("--explain takes two different records from 1 to " + records.size());
        }
        return linkage.explain(Math.min(left, right), Math.max(left, right));
    }

    private record Read(Records records, int first) {}

    private Read read(Truth truth) throws IOException {
        Map<String, Meaning> given = given();
        Pattern person = person();
        Records.@Nullable Builder builder = null;
        List<String> header = List.of();
        int at = -1;
        int first = 0;
        int size = 0;
        for (Path file : files) {
            try (CsvFile csv = new CsvFile(file)) {
                List<String> own = csv.next();
                if (builder == null) {
                    header = own;
                    at = column(header, file);
                    check(given, header);
                    builder = new Records.Builder(without(header, at), given);
                } else if (!own.equals(header)) {
                    throw new Misuse(file + " has other columns than " + files.getFirst());
                } else {
                    first = size;
                    builder.second();
                }
                for (List<String> row = csv.next(); !row.isEmpty(); row = csv.next()) {
                    if (row.size() != header.size()) {
                        throw new IOException(
                                "%s, line %d: %d cells where there are %d columns"
                                        .formatted(
                                                file, csv.line() - 1, row.size(), header.size()));
                    }
                    if (at >= 0) {
                        truth.add(person(person, row.get(at)));
                    }
                    builder.add(without(row, at));
                    size++;
                }
            }
        }
        if (builder == null || size < 2) {
            throw new Misuse("there are no two records to compare");
        }
        return new Read(builder.build(), first);
    }

    private int column(List<String> header, Path file) {
        if (truthColumn == null) {
            return -1;
        }
        int at = header.indexOf(truthColumn);
        if (at < 0) {
            throw new Misuse(file + " has no column " + truthColumn);
        }
        return at;
    }

    private static void check(Map<String, Meaning> given, List<String> header) {
        for (String column : given.keySet()) {
            if (!header.contains(column)) {
                throw new Misuse("there is no column " + column);
            }
        }
    }

    private static List<String> without(List<String> row, int at) {
        if (at < 0) {
            return row;
        }
        List<String> rest = new ArrayList<>(row);
        rest.remove(at);
        return rest;
    }

    private Map<String, Meaning> given() {
        Map<String, Meaning> given = new LinkedHashMap<>();
        meanings.forEach(
                (column, word) ->
                        given.put(
                                column,
                                EnumSet.allOf(Meaning.class).stream()
                                        .filter(each -> word(each).equals(word.replace('-', ' ')))
                                        .findFirst()
                                        .orElseThrow(() -> new Misuse("no meaning: " + word))));
        return given;
    }

    private @Nullable Pattern person() {
        try {
            return truthPattern == null ? null : Pattern.compile(truthPattern);
        } catch (PatternSyntaxException wrong) {
            throw new Misuse("--truth-pattern: " + wrong.getDescription());
        }
    }

    private static String person(@Nullable Pattern pattern, String cell) {
        if (pattern == null) {
            return cell;
        }
        Matcher matcher = pattern.matcher(cell);
        if (!matcher.find() || matcher.groupCount() < 1) {
            throw new Misuse("--truth-pattern finds no group in " + cell);
        }
        return matcher.group(1);
    }

    private static void write(List<Link> links, Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("left,right,probability\n");
            for (Link link : links) {
                writer.write(
                        "%d,%d,%.6f\n"
                                .formatted(link.left() + 1, link.right() + 1, link.probability()));
            }
        }
    }
}
