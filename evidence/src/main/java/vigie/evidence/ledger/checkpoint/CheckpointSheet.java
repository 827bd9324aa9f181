package vigie.evidence.ledger.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// A checkpoint as one sheet of paper, plain text of at most 76 columns, to be signed into the
/// minutes; its words are in `sheet.properties`, one file a language.
public final class CheckpointSheet {
    private static final int COLUMNS = 76;
    private static final int LABEL = 20;
    private static final int GROUP = 4;
    private static final int GROUPS_A_LINE = 8;

    private final Checkpoint checkpoint;
    private final VerifierKey key;
    private final Locale locale;
    private final ResourceBundle words;

    private CheckpointSheet(Checkpoint checkpoint, VerifierKey key, Locale locale) {
        this.checkpoint = checkpoint;
        this.key = key;
        this.locale = locale;
        this.words =
                ResourceBundle.getBundle(
                        "vigie.evidence.ledger.checkpoint.sheet",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// The sheet of a checkpoint, in a language that there are words for, else in English.
    public static String text(Checkpoint checkpoint, VerifierKey key, Locale locale) {
        return new CheckpointSheet(checkpoint, key, locale).text();
    }

    private String text() {
        var lines = new ArrayList<String>();
        String title = words.getString("title");
        lines.addAll(List.of(title, "=".repeat(title.length()), ""));
        lines.add(field("case", checkpoint.origin().name().value()));
        lines.add(field("ledger", checkpoint.origin().toString()));
        lines.add(field("size", Long.toString(checkpoint.size())));
        root(lines);
        lines.add(field("key", key.id()));
        lines.add(field("time", checkpoint.at().toString()));
        lines.add("");
        lines.addAll(wrap(words.getString("explains")));
        lines.add("");
        lines.addAll(wrap(Statement.proves(locale)));
        lines.addAll(List.of("", "", words.getString("signed"), ""));
        for (String line : List.of("name", "date", "signature")) {
            lines.add(field(line, "_".repeat(COLUMNS - LABEL)));
            lines.add("");
        }
        lines.addAll(List.of("", words.getString("note"), ""));
        lines.addAll(checkpoint.note().lines().flatMap(line -> cut(line).stream()).toList());
        return String.join("\n", lines) + "\n";
    }

    private void root(List<String> lines) {
        String hex = checkpoint.root().hex();
        int line = GROUP * GROUPS_A_LINE;
        for (int at = 0; at < hex.length(); at += line) {
            String groups = hex.substring(at, at + line).replaceAll("(.{4})(?=.)", "$1 ");
            lines.add(at == 0 ? field("root", groups) : " ".repeat(LABEL) + groups);
        }
    }

    private String field(String label, String value) {
        String word = words.getString(label);
        return word + " ".repeat(Math.max(1, LABEL - word.length())) + value;
    }

    private static List<String> wrap(String sentence) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : sentence.split(" ", -1)) {
            if (line.length() + 1 + word.length() > COLUMNS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /// Long lines of the note are continued on the next line of paper.
    private static List<String> cut(String line) {
        var parts = new ArrayList<String>();
        for (int at = 0; at < line.length() || at == 0; at += COLUMNS) {
            parts.add(line.substring(at, Math.min(line.length(), at + COLUMNS)));
        }
        return parts;
    }
}
