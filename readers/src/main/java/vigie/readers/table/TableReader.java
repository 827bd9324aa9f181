package vigie.readers.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigie.evidence.EvidenceBytes;
import vigie.evidence.MalformedInput;
import vigie.model.material.ReaderVersion;
import vigie.readers.ClaimSink;
import vigie.readers.Companions;
import vigie.readers.Reader;
import vigie.readers.table.Mapping.Column;

/// Reads a table of messages whose mapping was taken with it.
public final class TableReader implements Reader {
    private static final ReaderVersion VERSION = new ReaderVersion("table", 1);

    /// A reader; [java.util.ServiceLoader] makes it.
    public TableReader() {}

    @Override
    public ReaderVersion version() {
        return VERSION;
    }

    @Override
    public boolean recognises(byte[] head, Companions companions) throws IOException {
        if (!isText(head)) {
            return false;
        }
        Optional<Mapping> mapping;
        try {
            mapping = MappingFile.find(companions.name(), companions);
        } catch (MalformedInput _) {
            // Only reading can report it, and only a mapping of its own name makes it a table.
            String name = companions.name();
            return !name.isEmpty() && companions.beside(name + ".mapping.yaml").isPresent();
        }
        return mapping.isPresent() && matches(head, mapping.get());
    }

    /// Whether the head is text up to the end of its first line: most exhibits are pictures.
    private static boolean isText(byte[] head) throws IOException {
        try {
            Characters in = new Characters(new ByteArrayInputStream(head), "");
            int next = in.next();
            while (next != '\n' && next != Characters.END) {
                if (next < ' ' && next != '\t' && next != '\r') {
                    return false;
                }
                next = in.next();
            }
            return head.length > 0;
        } catch (MalformedInput _) {
            return false;
        }
    }

    private static boolean matches(byte[] head, Mapping mapping) throws IOException {
        try {
            Characters in = new Characters(new ByteArrayInputStream(head), "");
            Rows.Row header = new Rows(in, mapping.separator()).next();
            return header != null && mapping.places(header.cells()) != null;
        } catch (MalformedInput _) {
            return false;
        }
    }

    @Override
    public void read(EvidenceBytes bytes, Companions companions, ClaimSink sink)
            throws IOException {
        String file = bytes.exhibit().path();
        String name = file.substring(file.lastIndexOf('/') + 1);
        Mapping mapping =
                MappingFile.find(name, companions)
                        .orElseThrow(() -> new MalformedInput(file, 0, "no mapping beside it"));
        try (InputStream stream = bytes.open(0)) {
            Characters in = new Characters(stream, file);
            Rows rows = new Rows(in, mapping.separator());
            Rows.Row header = rows.next();
            List<String> headers = header == null ? List.of() : header.cells();
            Map<Column, Integer> places = mapping.places(headers);
            if (places == null) {
                throw in.malformed(0, "a header without the columns of its mapping");
            }
            RowReader reader = new RowReader(bytes.exhibit(), mapping, headers, places, sink);
            for (Rows.Row row; (row = rows.next()) != null; ) {
                reader.read(row);
            }
        }
    }
}
