package vigie.media.sets.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.evidence.MalformedInput;

/// The rows of a table of separated values (RFC 4180), with the line and byte that each starts at.
/// What is not UTF-8 is read as ISO 8859-1, and counted.
final class CsvRows {
    private static final int MOST_FIELDS = 1000;
    private static final int LONGEST_ROW = 4 << 20;

    private final InputStream in;
    private final String file;
    private final byte separator;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream field = new ByteArrayOutputStream();
    private int position;
    private int limit;
    private long base;
    private long line = 1;
    private long rowLine;
    private long rowOffset;
    private long otherText;

    CsvRows(InputStream in, String file, char separator) {
        this.in = in;
        this.file = file;
        this.separator = (byte) separator;
    }

    private int read() throws IOException {
        if (position == limit) {
            base += limit;
            position = 0;
            limit = Math.max(0, in.read(buffer));
            if (limit == 0) {
                return -1;
            }
        }
        return buffer[position++] & 0xFF;
    }

    private long offset() {
        return base + position;
    }

    /// The next row that is not empty; null behind the last.
    @Nullable List<String> row() throws IOException {
        while (true) {
            rowLine = line;
            rowOffset = offset();
            int b = read();
            if (b < 0) {
                return null;
            }
            if (b == '\n') {
                line++;
            } else if (b != '\r') {
                position--;
                return fields();
            }
        }
    }

    private List<String> fields() throws IOException {
        List<String> fields = new ArrayList<>();
        while (true) {
            int b = field();
            fields.add(text());
            if (b != separator) {
                return fields;
            }
            if (fields.size() == MOST_FIELDS) {
                throw broken("has more than " + MOST_FIELDS + " fields");
            }
        }
    }

    /// Reads a field, and returns the byte that ended it, -1 at the end.
    private int field() throws IOException {
        field.reset();
        int b = read();
        if (b == '"') {
            quoted();
            b = read();
        } else {
            while (b >= 0 && b != separator && b != '\n' && b != '\r') {
                put(b);
                b = read();
            }
        }
        if (b == '\r') {
            b = read();
        }
        if (b == '\n') {
            line++;
        }
        if (b >= 0 && b != '\n' && b != separator) {
            throw broken("has something behind a quoted field or a carriage return");
        }
        return b;
    }

    private void quoted() throws IOException {
        while (true) {
            int b = read();
            if (b < 0) {
                throw broken("ends inside a quoted field");
            }
            if (b == '"') {
                if (read() != '"') {
                    if (limit > 0) {
                        position--;
                    }
                    return;
                }
            }
            if (b == '\n') {
                line++;
            }
            put(b);
        }
    }

    private void put(int b) throws IOException {
        field.write(b);
        if (offset() - rowOffset > LONGEST_ROW) {
            throw broken("is longer than " + LONGEST_ROW + " bytes");
        }
    }

    private String text() {
        byte[] bytes = field.toByteArray();
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            otherText++;
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /// How many fields were not UTF-8.
    long otherText() {
        return otherText;
    }

    /// That something is wrong with the last row.
    MalformedInput broken(String what) {
        return new MalformedInput(file, rowOffset, "line " + rowLine + " " + what);
    }
}
