package vigie.media.sets.vics;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes digests with where their category comes from, as text that other programs read: a
/// list, or a table.
public final class HashListWriter {
    private static final String HEADER =
            "SHA256,SHA1,MD5,Size,MimeType,Category,DecidedAs,DecidedBy,DecidedAt,LedgerEntry,Ledger";

    private HashListWriter() {}

    /// Writes a digest a line, the SHA-256 where it may leave, else the MD5. A line that starts
    /// with `#` says where the categories of the digests below it come from: files that follow
    /// each other with the same provenance share one.
    public static void list(OutputStream out, Iterator<Exported> files) throws IOException {
        Writer to = writer(out);
        String said = "";
        while (files.hasNext()) {
            Exported file = files.next();
            String provenance = file.provenance().text();
            if (!provenance.equals(said)) {
                to.write("# " + provenance + "\n");
                said = provenance;
            }
            String sha256 = file.sha256();
            to.write((sha256 == null ? file.md5() : sha256).toLowerCase(Locale.ROOT));
            to.write('\n');
        }
        to.flush();
    }

    /// Writes a table (RFC 4180) with a header. Where several people decided alike, their ids,
    /// times and entries stand in the same order, with spaces between.
    public static void table(OutputStream out, Iterator<Exported> files) throws IOException {
        Writer to = writer(out);
        to.write(HEADER + "\r\n");
        while (files.hasNext()) {
            Exported file = files.next();
            Exported.Provenance from = file.provenance();
            to.write(
                    String.join(
                            ",",
                            field(file.sha256() == null ? "" : file.sha256()),
                            field(file.sha1().toLowerCase(Locale.ROOT)),
                            field(file.md5().toLowerCase(Locale.ROOT)),
                            Long.toString(file.size()),
                            field(file.mimeType() == null ? "" : file.mimeType()),
                            field(file.category() == null ? "" : file.category()),
                            field(from.category()),
                            field(joined(from, Exported.Voice::by)),
                            field(joined(from, voice -> voice.at().toString())),
                            field(joined(from, voice -> Long.toString(voice.entry()))),
                            field(from.ledger())));
            to.write("\r\n");
        }
        to.flush();
    }

    private static String joined(
            Exported.Provenance from, java.util.function.Function<Exported.Voice, String> what) {
        return from.voices().stream().map(what).collect(Collectors.joining(" "));
    }

    private static String field(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }
}
