package vigie.media.sets.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import vigie.evidence.MalformedInput;

/// The forms in which sets are handed over, recognised by the first 8 KB of a file.
public enum SourceFormat {
    /// Project VIC, CAID: JSON.
    VICS,
    /// NSRL RDSv3: an SQLite database.
    NSRL,
    /// What changes such a database: SQL.
    NSRL_DELTA,
    /// A table with a header that names digests.
    CSV,
    /// The frames of one video.
    VPDQ,
    /// A digest a line.
    LIST;

    private static final int SNIFFED = 8192;
    private static final Pattern FRAME =
            Pattern.compile("[0-9]{1,9},[0-9]{1,3},[0-9a-fA-F]{64},[0-9.]{1,20}");
    private static final Pattern SQL =
            Pattern.compile("(?i)(--|begin\\b|insert\\s+into\\b|update\\b|delete\\s+from\\b).*");

    /// What a file is.
    ///
    /// @throws MalformedInput where it is none of these
    public static SourceFormat of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(SNIFFED);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("SQLite format 3\0")) {
            return NSRL;
        }
        if (text.startsWith("\u00EF\u00BB\u00BF")) {
            text = text.substring(3);
        }
        String first = text.strip().lines().findFirst().orElse("").strip();
        if (first.startsWith("{")) {
            return VICS;
        }
        if (FRAME.matcher(first).matches()) {
            return VPDQ;
        }
        if (SQL.matcher(first).matches()) {
            return NSRL_DELTA;
        }
        if (CsvReader.isHeader(first) || CsvReader.isBare(first)) {
            return CSV;
        }
        if (first.isEmpty()
                || first.startsWith("#")
                || Hex.digit((byte) first.charAt(0))
                || first.startsWith("\\")) {
            return LIST;
        }
        throw new MalformedInput(file.toString(), 0, "not a form of hash set that is known here");
    }
}
