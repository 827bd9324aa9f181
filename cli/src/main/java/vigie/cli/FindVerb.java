package vigie.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vigie.casework.operation.Finding;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.RowId;
import vigie.casework.operation.SearchIndex.Unseen;
import vigie.casework.operation.StoredMessage;
import vigie.model.claim.Moment;
import vigie.text.query.Query;
import vigie.text.query.QueryError;
import vigie.text.query.QueryParser;

/// `vigie find --case C QUERY`.
@Command(
        name = "find",
        description = "finds messages by words and identifiers, in any script",
        mixinStandardHelpOptions = true)
final class FindVerb extends OneCaseVerb {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    @Option(names = "--limit", paramLabel = "N", description = "at most this many (20)")
    int limit = 20;

    @Option(names = "--count", description = "count every match exactly")
    boolean exact;

    @Parameters(paramLabel = "QUERY", arity = "1..*", description = "see docs/manual/search.md")
    List<String> words = List.of();

    @Override
    protected int run(Console console) throws IOException {
        if (limit < 1 || limit > 10_000) {
            throw new Misuse("--limit is from 1 to 10000");
        }
        String typed = String.join(" ", words);
        Query query;
        try {
            query = QueryParser.parse(typed);
        } catch (QueryError wrong) {
            throw new Misuse(String.valueOf(wrong.getMessage()));
        }
        try (Wiring wiring = Wiring.open(homeFolder(), console);
                OpenCase opened = wiring.workplace().open(caseName(), actor())) {
            Finding.Found found = Finding.find(opened, query, typed, limit, exact, purpose());
            console.object(json -> fill(json, typed, found));
            show(console, found);
        }
        return DONE;
    }

    private static void show(Console console, Finding.Found found) {
        Unseen unseen = found.unseen();
        console.print(
                ("Not seen by any search: %,d voice messages, %,d pictures, %,d videos, %,d other"
                                + " files, %,d absent files.")
                        .formatted(
                                unseen.voice(),
                                unseen.pictures(),
                                unseen.videos(),
                                unseen.files(),
                                unseen.absent()));
        if (!found.unindexed().isEmpty()) {
            console.print(
                    "Not searchable yet: exhibits %s; take again, or rebuild."
                            .formatted(found.unindexed()));
        }
        console.print(
                "%s%,d found, %,d shown."
                        .formatted(
                                found.exact() ? "" : "At least ",
                                found.total(),
                                found.hits().size()));
        for (Finding.Hit hit : found.hits()) {
            StoredMessage message = hit.message();
            console.print("");
            console.print(
                    "%s  %s  %s"
                            .formatted(
                                    time(message.sent()),
                                    message.authorName() == null
                                            ? "(no name)"
                                            : message.authorName(),
                                    message.conversationName() == null
                                            ? message.conversation()
                                            : message.conversationName()));
            console.print("  " + marked(hit));
            console.print(
                    "  exhibit %d, byte %d, %d bytes"
                            .formatted(
                                    RowId.exhibit(message.row()),
                                    message.at().offset(),
                                    message.at().length()));
        }
    }

    private static String time(Moment sent) {
        if (!sent.known()) {
            return "(no time)";
        }
        String shown = TIME.format(Instant.ofEpochSecond(sent.best()));
        return sent.exact() ? shown + " UTC" : shown + " exporter's clock";
    }

    private static String marked(Finding.Hit hit) {
        StringBuilder line = new StringBuilder();
        int at = 0;
        for (int[] mark : hit.marks()) {
            line.append(hit.snippet(), at, mark[0]).append('[');
            line.append(hit.snippet(), mark[0], mark[1]).append(']');
            at = mark[1];
        }
        line.append(hit.snippet().substring(at));
        return line.toString();
    }

    private static void fill(JsonText json, String typed, Finding.Found found) {
        Unseen unseen = found.unseen();
        json.put("schema", "vigie.find/1")
                .put("query", typed)
                .put("total", found.total())
                .put("exact", found.exact())
                .put(
                        "unseen",
                        kinds ->
                                kinds.put("voice", unseen.voice())
                                        .put("pictures", unseen.pictures())
                                        .put("videos", unseen.videos())
                                        .put("files", unseen.files())
                                        .put("absent", unseen.absent()))
                .put("unindexed", found.unindexed().size())
                .objects("hits", found.hits(), FindVerb::fill);
    }

    private static void fill(JsonText json, Finding.Hit hit) {
        StoredMessage message = hit.message();
        json.put("exhibit", RowId.exhibit(message.row()))
                .put("offset", message.at().offset())
                .put("length", message.at().length())
                .put("kind", message.kind().name().toLowerCase(java.util.Locale.ROOT))
                .put("conversation", message.conversation())
                .put("conversationName", message.conversationName());
        if (message.messageId() == null) {
            json.put("id", (String) null);
        } else {
            json.put("id", message.messageId());
        }
        json.put("at", isoTime(message.sent()))
                .put("exact", message.sent().exact())
                .put("author", message.author())
                .put("authorName", message.authorName())
                .put("action", message.action())
                .put("text", message.text())
                .put("snippet", hit.snippet())
                .objects(
                        "marks",
                        hit.marks(),
                        (one, mark) -> one.put("start", mark[0]).put("end", mark[1]));
    }

    /// A time as JSON says it: in UTC with a Z, or by the exporter's clock without.
    static String isoTime(Moment sent) {
        if (!sent.known()) {
            return "";
        }
        String time = Instant.ofEpochSecond(sent.best()).toString();
        return sent.exact() ? time : time.substring(0, time.length() - 1);
    }
}
