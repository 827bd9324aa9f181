package vigie.media.sets.vics;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vigie.evidence.jsonstream.CompactJson;

/// Writes a VICS file, as a draft: the model is under agreement, and nobody certified this.
///
/// `Category` is a number or null, category 0 null, as the tools in the field have it; a code that
/// is no number stands in `Comments` alone. `Comments` says who decided what, when, and under which
/// entry of the ledger; `DateUpdated` is when. It names nobody else.
public final class VicsWriter {
    private final Writer out;
    private final Version version;
    private int next;
    private String comma = "";

    private VicsWriter(OutputStream out, Version version) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.version = version;
    }

    /// Which version is written.
    public enum Version {
        /// A case with its media, as 1.3 has it.
        V1_3("1.3"),
        /// A bare list of media, as a hash set of 2.0 has it.
        V2_0("2.0");

        private final String number;

        Version(String number) {
            this.number = number;
        }
    }

    /// Writes a file.
    ///
    /// @param reference of the case, for 1.3
    /// @param count     how many come
    public static void write(
            OutputStream out,
            Version version,
            String reference,
            long count,
            Iterator<Exported> files)
            throws IOException {
        VicsWriter writer = new VicsWriter(out, version);
        writer.head(reference, count);
        while (files.hasNext()) {
            writer.media(files.next());
        }
        writer.out.write(version == Version.V1_3 ? "\n]}]}\n" : "\n]}\n");
        writer.out.flush();
    }

    private void head(String reference, long count) throws IOException {
        switch (version) {
            case V1_3 -> {
                out.write("{\"odata.metadata\":");
                out.write(
                        CompactJson.quoted(
                                "http://github.com/ICMEC/ProjectVic/DataModels/"
                                        + version.number
                                        + ".xml#Cases"));
                out.write(",\"value\":[{\"CaseNumber\":" + CompactJson.quoted(reference));
                out.write(",\"SourceApplicationName\":\"Vigie\",\"TotalMediaFiles\":" + count);
                out.write(",\"Media\":[");
            }
            case V2_0 -> {
                out.write("{\"@odata.context\":");
                out.write(
                        CompactJson.quoted(
                                "http://github.com/VICSDATAMODEL/ProjectVic/DataModels/"
                                        + version.number
                                        + ".xml/Default/$metadata#Media"));
                out.write(",\"value\":[");
            }
        }
    }

    private void media(Exported file) throws IOException {
        String md5 = file.md5().toUpperCase(Locale.ROOT);
        out.write(comma + "\n{\"MediaID\":" + ++next);
        comma = ",";
        out.write(",\"Category\":" + category(file.category()));
        text("MD5", md5);
        text("SHA1", file.sha1().toUpperCase(Locale.ROOT));
        out.write(",\"MediaSize\":" + file.size());
        text("MimeType", file.mimeType());
        text("Comments", file.provenance().text());
        text("DateUpdated", file.provenance().at().toString());
        if (file.sha256() != null) {
            out.write(",\"AlternativeHashes\":[{\"MD5\":\"" + md5 + '"');
            text("HashName", "SHA256");
            text("HashValue", file.sha256());
            out.write("}]");
        }
        out.write(",\"MediaFiles\":[");
        String separator = "";
        for (String path : file.paths()) {
            out.write(separator + "{\"MD5\":\"" + md5 + '"');
            int slash = path.lastIndexOf('/');
            text("FileName", path.substring(slash + 1));
            text("FilePath", slash < 0 ? "" : path.substring(0, slash + 1));
            out.write('}');
            separator = ",";
        }
        out.write("]}");
    }

    private static String category(@Nullable String code) {
        return code != null && code.matches("[1-9][0-9]{0,3}") ? code : "null";
    }

    private void text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.write(",\"" + name + "\":" + CompactJson.quoted(value));
        }
    }
}
